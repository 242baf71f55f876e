import * as z from 'zod';
import { MappingSchema, OptionChoicesSchema } from '../../definitions/index.ts';
import { type CodeCounts, CodeCountsSchema } from './code-counts.ts';
import { CostEstimateSchema, MeteredCostSchema } from './cost/cost.ts';
import { type IgnoredColumn, IgnoredColumnsSchema } from './layout/ignored-columns.ts';
import { RejectionSchema } from './plan.ts';

/** `lifecycle/transitions.ts` holds the transitions between them. */
export const ImportStatusSchema = z
  .enum([
    'awaiting-upload',
    'received',
    'awaiting-confirmation',
    'queued',
    'running',
    'completed',
    'completed-with-failures',
    'rejected',
    'failed',
    'cancelled',
    'missed',
  ])
  .meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof ImportStatusSchema>;

/** The manual's five counts: the first four add up to the total. */
export const CountsSchema = z
  .strictObject({
    updated: z.int().min(0),
    inserted: z.int().min(0),
    ignored: z.int().min(0),
    failed: z.int().min(0),
    total: z.int().min(0),
    /** Records of a cancelled import that were not processed; part of the total. */
    unprocessed: z.int().min(1).optional(),
  })
  .meta({ id: 'Counts' });
export type Counts = z.infer<typeof CountsSchema>;

export const StageSchema = z.enum([
  'decode',
  'scan',
  'run',
  'merge',
  'bulk-copy',
  'differentiate',
  'insert',
  'update',
  'assemble',
  'index-read',
  'index-write',
]);
export type Stage = z.infer<typeof StageSchema>;

/** The chunks of a stage, and its records once they are counted. */
const PlannedStageSchema = z.strictObject({
  stage: StageSchema,
  chunks: z.int().min(0),
  records: z.int().min(0).optional(),
});
export type PlannedStage = z.infer<typeof PlannedStageSchema>;

/** The last reported stage, and the stages after it that are not reported separately. */
export const StageProgressSchema = PlannedStageSchema.extend({
  startedAt: z.iso.datetime(),
  next: z.array(PlannedStageSchema).optional(),
});
export type StageProgress = z.infer<typeof StageProgressSchema>;

/** One run of one file into one CRM table. */
export const ImportSchema = z.strictObject({
  importId: z.string(),
  /** Upper case, as in the upload's key; empty when the key names none. */
  prefix: z.string(),
  /** The account that owns the CRM table; absent if there is no such table. */
  accountPrefix: z.string().optional(),
  fileName: z.string(),
  /** The options of the API request or the schedule; an upload has them in the object's metadata. */
  requested: z
    .strictObject({
      /** Id or name of a definition. */
      definition: z.string().optional(),
      options: OptionChoicesSchema,
      mapping: MappingSchema.optional(),
    })
    .meta({ id: 'RequestedImport' })
    .optional(),
  /** The announced size of an API upload in bytes, and the parts of a large one. */
  announced: z
    .strictObject({
      bytes: z.int().min(1),
      multipart: z.strictObject({ uploadId: z.string().min(1), partBytes: z.int().min(1) }).optional(),
    })
    .optional(),
  /** The user who started the import through the API: the token's `sub`. */
  requestedBy: z.string().optional(),
  corrects: z.string().optional().meta({
    description: 'The import whose failed records this one imports again, corrected, by the same mapping and options.',
  }),
  /** The schedule that started the import, and the time of the run. */
  schedule: z
    .strictObject({
      scheduleId: z.string(),
      scheduledAt: z.iso.datetime(),
      passedOver: z.int().min(1).optional().meta({
        description: 'How many other files the inbox held that a schedule of the newest file has never imported.',
      }),
      remaining: z.int().min(1).optional().meta({
        description: 'How many new files a run of a schedule of all new files has left to the next run.',
      }),
    })
    .meta({ id: 'ScheduledRun' })
    .optional(),
  /** `versionId` is empty until the file of an `awaiting-upload` import has arrived. */
  source: z.strictObject({ bucket: z.string(), key: z.string(), versionId: z.string() }).meta({ id: 'SourceFile' }),
  status: ImportStatusSchema,
  /** Raised by each resumption; the workflow's name is `<importId>-<attempt>`. */
  attempt: z.int().min(1),
  /** The fence of the table's lease. A write with an older fence is rejected. */
  fence: z.int().min(0),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  drainsUntil: z.iso.datetime().optional().meta({
    description:
      'Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table.',
  }),
  resumedOver: z.string().optional().meta({
    description:
      'The newer import of the CRM table over which this one was resumed: records of both files may be mixed.',
  }),
  /** Set when a user cancels the import; the status becomes `cancelled` when its workers have stopped. */
  cancelRequestedAt: z.iso.datetime().optional(),
  progress: StageProgressSchema.optional(),
  estimate: CostEstimateSchema.optional(),
  /** The cost in dollars that a user has confirmed. */
  confirmedDollars: z.number().min(0).optional(),
  metered: MeteredCostSchema.optional(),
  /** The reason why it was rejected or has failed. */
  rejection: RejectionSchema.optional(),
  counts: CountsSchema.optional(),
  ignoredColumns: IgnoredColumnsSchema.optional().meta({
    description: 'Columns of the file that feed no field, the first 100; absent without any.',
  }),
  warnings: z
    .int()
    .min(0)
    .optional()
    .meta({ description: 'How many warnings there are: each is a line of the file that ends in `.warnings.csv`.' }),
  warningCodes: CodeCountsSchema.optional().meta({ description: 'The warnings by their codes; absent without any.' }),
  failureCodes: CodeCountsSchema.optional().meta({
    description: 'The lines of the file that ends in `.failures.csv` by their codes; absent without any.',
  }),
  /** The bytes of `before.jsonl` that the insert stage has written, for customers created meanwhile; absent without any. */
  beforeSplitAt: z.int().min(1).optional(),
});
export type Import = z.infer<typeof ImportSchema>;

/** The position of an import in a list by age. The import id alone orders by the second only. */
export const positionOf = ({ createdAt, importId }: Pick<Import, 'createdAt' | 'importId'>): string =>
  `${createdAt}#${importId}`;

/** The list of imports without a CRM table; other lists have the table's prefix. */
export const NO_TABLE = '';

/** The list of an import. An import whose file names no existing CRM table is rejected, and belongs to no table. */
export const listOf = ({
  status,
  accountPrefix,
  prefix,
}: Pick<Import, 'status' | 'accountPrefix' | 'prefix'>): string =>
  status === 'rejected' && accountPrefix === undefined ? NO_TABLE : prefix;

export const executionName = ({ importId, attempt }: Pick<Import, 'importId' | 'attempt'>): string =>
  `${importId}-${attempt}`;

export interface ImportOutcome {
  readonly status: 'completed' | 'completed-with-failures' | 'rejected' | 'failed' | 'cancelled';
  readonly endedAt: string;
  readonly drainsUntil?: string;
  readonly rejection?: { readonly code: string; readonly reason: string };
  readonly counts?: Counts;
  readonly ignoredColumns?: IgnoredColumn[];
  readonly warnings?: number;
  readonly warningCodes?: CodeCounts;
  readonly failureCodes?: CodeCounts;
  readonly beforeSplitAt?: number;
  readonly metered?: z.infer<typeof MeteredCostSchema>;
}
