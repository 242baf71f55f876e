import * as z from 'zod';

export const PeopleEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });

export const SignInEnvSchema = PeopleEnvSchema.extend({
  USER_POOL_ID: z.string().min(1),
  /** Whether the sign-in service sends invitations; otherwise users choose a password by "Forgot your password?". */
  SENDS_INVITATIONS: z.enum(['true', 'false']),
});

export const PeopleApiEnvSchema = SignInEnvSchema.extend({ RECONCILE_SIGN_INS_FUNCTION_NAME: z.string().min(1) });
