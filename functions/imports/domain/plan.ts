import * as z from 'zod';
import { PublishedTableSchema } from '../../crm-tables/index.ts';
import { OptionChoicesSchema } from '../../definitions/index.ts';
import { FileLayoutSchema } from './layout/file-layout.ts';
import { IgnoredColumnsSchema } from './layout/ignored-columns.ts';
import { ImportLimitsSchema } from './limits.ts';
import { ImportWarningSchema } from './warning.ts';

/** Why a whole file is rejected before anything is written. */
export const RejectionSchema = z.strictObject({ code: z.string(), reason: z.string() }).meta({ id: 'Rejection' });
export type Rejection = z.infer<typeof RejectionSchema>;

const SourceSchema = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  etag: z.string(),
  size: z.int().min(0),
});

const planned = {
  importId: z.string(),
  prefix: z.string(),
  fileName: z.string(),
  startedAt: z.iso.datetime(),
};

/**
 * What an import does. It is decided once, before anything else, so that every later attempt does the same whatever has
 * changed since. Decisions that need later results (stage boundaries, the route, the block of IDs) are stored in work
 * objects in the same way.
 */
export const AcceptedPlanSchema = z.strictObject({
  ...planned,
  accepted: z.literal(true),
  source: SourceSchema,
  /** The merged options, defaults included; detected values are in `layout`. */
  options: OptionChoicesSchema.omit({
    encoding: true,
    compression: true,
    delimiter: true,
    header: true,
    skipLines: true,
  })
    .required()
    // A plan of an earlier release has none.
    .extend({ unwrapFormulas: z.boolean().default(false) })
    .meta({ id: 'AppliedImportOptions' }),
  /** The columns that feed no field; absent without any. */
  ignoredColumns: IgnoredColumnsSchema.optional(),
  /** The definition that it goes by. */
  definition: z
    .strictObject({
      definitionId: z.string(),
      name: z.string(),
      version: z.int().min(1),
      /** What has changed for it in the CRM table since it was saved, in words. */
      warnings: z.array(z.string()),
    })
    .meta({ id: 'AppliedDefinition' })
    .optional(),
  layout: FileLayoutSchema,
  table: PublishedTableSchema,
  limits: ImportLimitsSchema,
  /** What the beginning of the file shows to be doubtful; absent where nothing is. */
  warnings: z.array(ImportWarningSchema).optional(),
});
export type AcceptedPlan = z.infer<typeof AcceptedPlanSchema>;

const RejectedPlanSchema = z.strictObject({ ...planned, accepted: z.literal(false), rejection: RejectionSchema });

export const PlanSchema = z.discriminatedUnion('accepted', [AcceptedPlanSchema, RejectedPlanSchema]);
export type Plan = z.infer<typeof PlanSchema>;
