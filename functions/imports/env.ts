import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';
import { ImportLimitsSchema } from './domain/limits.ts';

const name = z.string().min(1);

/** The variables that Lambda itself sets. */
export const RuntimeEnvSchema = z.object({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: z.coerce.number().int().min(1) });

/** Every step reads and writes the data bucket. */
export const StepEnvSchema = z.object({ DATA_BUCKET: name });

const limits = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(ImportLimitsSchema);

/**
 * resolve-scan, cut, plan-writes, plan-files: these steps report progress. record-failed-start only names the bucket.
 */
export const CoordinatorEnvSchema = StepEnvSchema.extend({ CONTROL_TABLE: name });

/** plan, plan-index: they decide the limits. */
export const PlanEnvSchema = CoordinatorEnvSchema.extend({ IMPORT_LIMITS: limits });

/** start-import and, with more, imports-preview-api: they estimate imports. */
export const EstimateEnvSchema = CoordinatorEnvSchema.extend({ CUSTOMERS_TABLE: name, IMPORT_LIMITS: limits });

/** write-index. */
export const WriteIndexEnvSchema = StepEnvSchema.extend({ SEARCH_TABLE: name });

/** clean-index. */
export const CleanIndexEnvSchema = CoordinatorEnvSchema.extend({ SEARCH_TABLE: name });

/** choose-route: checks whether the table is empty. */
export const ChooseRouteEnvSchema = CoordinatorEnvSchema.extend({ CUSTOMERS_TABLE: name });

/** bulk-copy, differentiate, insert, update, read-index. */
export const CustomersEnvSchema = StepEnvSchema.extend({ CUSTOMERS_TABLE: name, SEARCH_TABLE: name });

const dispatching = {
  IMPORT_STATE_MACHINE_ARN: name,
  /** The time-out of the steps that write customers: a worker may outlive its execution by this time. */
  WRITE_STEP_TIMEOUT_SECONDS: z.coerce.number<string>().int().min(1),
};

/** watch-queues also starts the jobs that write search indexes. */
export const WatchEnvSchema = CoordinatorEnvSchema.extend({ ...dispatching, INDEX_STATE_MACHINE_ARN: name });

/** finish, execution-ended: they may start the next import of a table. */
export const DispatchEnvSchema = CoordinatorEnvSchema.extend(dispatching);

/** start-import. */
export const StartImportEnvSchema = EstimateEnvSchema.extend(dispatching);

/** imports-api. */
export const ImportsApiEnvSchema = PlanEnvSchema.extend({ START_IMPORT_FUNCTION_NAME: name, ...AuditEnv });

/** imports-preview-api. */
export const PreviewApiEnvSchema = EstimateEnvSchema.extend(AuditEnv);
