import * as z from 'zod';
import { PublishedTableSchema } from '../../crm-tables/index.ts';
import { OptionChoicesSchema } from '../../definitions/index.ts';
import { FileLayoutSchema } from './layout/file-layout.ts';
import { IgnoredColumnsSchema } from './layout/ignored-columns.ts';
import { ImportLimitsSchema } from './limits.ts';
import { ImportWarningSchema } from './warning.ts';

/** The reason why a whole file is rejected before anything is written. */
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
 * The decisions about an import. They are made once, so that every later attempt repeats them regardless of later
 * changes to the table or the definition. Decisions that need later results (stage boundaries, the route, the block of
 * IDs) are stored as work objects for the same reason.
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
    // A plan of an earlier release has neither.
    .extend({
      unwrapFormulas: z.boolean().default(false),
      conflicts: OptionChoicesSchema.shape.conflicts.unwrap().default('import-wins'),
    })
    .meta({ id: 'AppliedImportOptions' }),
  ignoredColumns: IgnoredColumnsSchema.optional(),
  /** The definition whose options and mapping the import uses. */
  definition: z
    .strictObject({
      definitionId: z.string(),
      name: z.string(),
      version: z.int().min(1),
      /** Sentences about the changes to the CRM table since the definition was saved. */
      warnings: z.array(z.string()),
    })
    .meta({ id: 'AppliedDefinition' })
    .optional(),
  layout: FileLayoutSchema,
  table: PublishedTableSchema,
  limits: ImportLimitsSchema,
  /** Doubts that the beginning of the file raises; absent without any. */
  warnings: z.array(ImportWarningSchema).optional(),
});
export type AcceptedPlan = z.infer<typeof AcceptedPlanSchema>;

const RejectedPlanSchema = z.strictObject({ ...planned, accepted: z.literal(false), rejection: RejectionSchema });

export const PlanSchema = z.discriminatedUnion('accepted', [AcceptedPlanSchema, RejectedPlanSchema]);
export type Plan = z.infer<typeof PlanSchema>;
