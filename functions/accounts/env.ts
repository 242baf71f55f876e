import * as z from 'zod';

/** The environment of accounts-api. */
export const AccountsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
