import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

const name = z.string().min(1);

/** maintenance-api. */
export const MaintenanceApiEnvSchema = z.object({
  CONTROL_TABLE: name,
  CUSTOMERS_TABLE: name,
  ...AuditEnv,
  WORK_MAINTENANCE_FUNCTION_NAME: name,
});

/** work-maintenance. */
export const WorkMaintenanceEnvSchema = z.object({
  CONTROL_TABLE: name,
  CUSTOMERS_TABLE: name,
  SEARCH_TABLE: name,
  DATA_BUCKET: name,
  DOCUMENTS_BUCKET: name,
  /** The group of the timers of schedules. */
  SCHEDULE_GROUP: name,
  INDEX_STATE_MACHINE_ARN: name,
});
