import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

const name = z.string().min(1);

export const SchedulesEnvSchema = z.object({
  CONTROL_TABLE: name,
  ...AuditEnv,
  SCHEDULE_GROUP: name,
  /** The functions that a schedule and `Run now` invoke, and the role that permits it to a schedule. */
  START_IMPORT_ARN: name,
  START_EXPORT_ARN: name,
  SCHEDULE_ROLE_ARN: name,
  SCHEDULE_DEAD_LETTERS_ARN: name,
});
