import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

const TableEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });

/** set-up-people. */
export const PeopleEnvSchema = TableEnvSchema.extend(AuditEnv);

export const SignInEnvSchema = TableEnvSchema.extend({
  USER_POOL_ID: z.string().min(1),
  /** Whether the sign-in service sends invitations; otherwise users choose a password by "Forgot your password?". */
  SENDS_INVITATIONS: z.enum(['true', 'false']),
});

export const PeopleApiEnvSchema = SignInEnvSchema.extend({
  ...AuditEnv,
  RECONCILE_SIGN_INS_FUNCTION_NAME: z.string().min(1),
});
