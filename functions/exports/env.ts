import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

const name = z.string().min(1);

/** join-export. */
export const ExportStepEnvSchema = z.object({ DATA_BUCKET: name });

/** plan-export, finish-export. */
export const ExportCoordinatorEnvSchema = ExportStepEnvSchema.extend({ CONTROL_TABLE: name });

/** read-export. */
export const ExportShardEnvSchema = ExportStepEnvSchema.extend({ CUSTOMERS_TABLE: name });

/** Lambda sets it. */
export const ExportRuntimeEnvSchema = z.object({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: z.coerce.number().int().min(1) });

/** start-export. */
export const StartExportEnvSchema = z.object({ CONTROL_TABLE: name, EXPORT_STATE_MACHINE_ARN: name, ...AuditEnv });

export const ExportsApiEnvSchema = z.object({
  CONTROL_TABLE: name,
  DATA_BUCKET: name,
  EXPORT_STATE_MACHINE_ARN: name,
  ...AuditEnv,
});
