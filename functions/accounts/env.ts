import * as z from 'zod';

export const AccountsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
