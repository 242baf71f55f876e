import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

export const CustomersApiEnvSchema = z.object({
  CONTROL_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  SEARCH_TABLE: z.string().min(1),
  /** Holds the values that imports changed. */
  DATA_BUCKET: z.string().min(1),
  ...AuditEnv,
});

/** remove-values. */
export const RemovalEnvSchema = CustomersApiEnvSchema.pick({ CUSTOMERS_TABLE: true });
