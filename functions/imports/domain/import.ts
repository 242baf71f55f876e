import * as z from 'zod';
import { MappingSchema, OptionChoicesSchema } from '../../definitions/index.ts';
import { type CodeCounts, CodeCountsSchema } from './code-counts.ts';
import { CostEstimateSchema, MeteredCostSchema } from './cost/cost.ts';
import { type IgnoredColumn, IgnoredColumnsSchema } from './layout/ignored-columns.ts';
import { RejectionSchema } from './plan.ts';

/** `lifecycle/transitions.ts` says which status follows which. */
export const ImportStatusSchema = z.enum([
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
]);
export type ImportStatus = z.infer<typeof ImportStatusSchema>;

/** The manual's five counts: the first four add up to the total. */
export const CountsSchema = z
  .strictObject({
    updated: z.int().min(0),
    inserted: z.int().min(0),
    ignored: z.int().min(0),
    failed: z.int().min(0),
    total: z.int().min(0),
    /** Records of a cancelled import that nothing was done with: they belong to the total, too. */
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
]);
export type Stage = z.infer<typeof StageSchema>;

/** What a stage has to do: its chunks, and its records once they are counted. */
const PlannedStageSchema = z.strictObject({
  stage: StageSchema,
  chunks: z.int().min(0),
  records: z.int().min(0).optional(),
});
export type PlannedStage = z.infer<typeof PlannedStageSchema>;

/** The stage that was reported last, and those that follow it without a report of their own. */
export const StageProgressSchema = PlannedStageSchema.extend({
  startedAt: z.iso.datetime(),
  next: z.array(PlannedStageSchema).optional(),
});
export type StageProgress = z.infer<typeof StageProgressSchema>;

/** One run of one file into one CRM table. */
export const ImportSchema = z.strictObject({
  importId: z.string(),
  /** As the upload's key spells it, in upper case; empty when the key names none. */
  prefix: z.string(),
  /** The account that owns the CRM table; absent when there is no such table. */
  accountPrefix: z.string().optional(),
  fileName: z.string(),
  /** What the API or a schedule asked for; an upload says it in the object's metadata instead. */
  requested: z
    .strictObject({
      /** Id or name of a definition. */
      definition: z.string().optional(),
      options: OptionChoicesSchema,
      mapping: MappingSchema.optional(),
    })
    .meta({ id: 'RequestedImport' })
    .optional(),
  /** What an upload through the API has to be: its size to the byte, and the parts in which a large one comes. */
  announced: z
    .strictObject({
      bytes: z.int().min(1),
      multipart: z.strictObject({ uploadId: z.string().min(1), partBytes: z.int().min(1) }).optional(),
    })
    .optional(),
  /** Of the user who started it through the API: the token's `sub`. */
  requestedBy: z.string().optional(),
  /** The schedule that started it, and for when. */
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
  /** Rises with every resumption; the workflow's name is `<importId>-<attempt>`. */
  attempt: z.int().min(1),
  /** Of the table's lease under which it runs or ran. Writes that carry an older one are rejected. */
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
  /** Set once somebody has cancelled it; it turns `cancelled` when its workers have stopped. */
  cancelRequestedAt: z.iso.datetime().optional(),
  progress: StageProgressSchema.optional(),
  estimate: CostEstimateSchema.optional(),
  /** Up to how many dollars somebody has confirmed it. */
  confirmedDollars: z.number().min(0).optional(),
  metered: MeteredCostSchema.optional(),
  /** Why it was rejected or failed. */
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
});
export type Import = z.infer<typeof ImportSchema>;

/** The place of an import in a list by age. An import id alone would order only by the second. */
export const positionOf = ({ createdAt, importId }: Pick<Import, 'createdAt' | 'importId'>): string =>
  `${createdAt}#${importId}`;

/** Names the list of the imports that belong to no CRM table, where other lists have the prefix of their table. */
export const NO_TABLE = '';

/** The list that an import is in: one whose file names no CRM table that exists is rejected, and belongs to none. */
export const listOf = ({
  status,
  accountPrefix,
  prefix,
}: Pick<Import, 'status' | 'accountPrefix' | 'prefix'>): string =>
  status === 'rejected' && accountPrefix === undefined ? NO_TABLE : prefix;

export const executionName = ({ importId, attempt }: Pick<Import, 'importId' | 'attempt'>): string =>
  `${importId}-${attempt}`;

/** What ends an import. */
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
  readonly metered?: z.infer<typeof MeteredCostSchema>;
}
