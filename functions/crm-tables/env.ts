import * as z from 'zod';

export const CrmTablesEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
