import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

export const FiltersEnvSchema = z.object({
  CONTROL_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  ...AuditEnv,
});
