import * as z from 'zod';

/** The environment of crm-tables-api. */
export const CrmTablesEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
