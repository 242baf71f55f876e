import * as z from 'zod';
import { RefusalSchema } from './plan.ts';

/**
 * queued -> running -> completed | completed-with-failures | rejected | failed; failed -> queued when it is resumed.
 * An upload that names no published CRM table is `rejected` from the start.
 */
export const ImportStatusSchema = z.enum([
  'queued',
  'running',
  'completed',
  'completed-with-failures',
  'rejected',
  'failed',
]);

/** The manual's five counts: the first four add up to the total. */
export const CountsSchema = z.strictObject({
  updated: z.int().min(0),
  inserted: z.int().min(0),
  ignored: z.int().min(0),
  failed: z.int().min(0),
  total: z.int().min(0),
});
export type Counts = z.infer<typeof CountsSchema>;

export const StageSchema = z.enum([
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

/** How far the current stage reaches: its chunks, and the records of the whole file once they are counted. */
export const StageProgressSchema = z.strictObject({
  stage: StageSchema,
  chunks: z.int().min(0),
  startedAt: z.iso.datetime(),
  records: z.int().min(0).optional(),
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
  source: z.strictObject({ bucket: z.string(), key: z.string(), versionId: z.string() }),
  status: ImportStatusSchema,
  /** Rises with every resumption; the workflow's name is `<importId>-<attempt>`. */
  attempt: z.int().min(1),
  /** Of the table's lease under which it runs or ran. Writes that carry an older one are refused. */
  fence: z.int().min(0),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  progress: StageProgressSchema.optional(),
  /** Why it was rejected or failed. */
  refusal: RefusalSchema.optional(),
  counts: CountsSchema.optional(),
  warnings: z.int().min(0).optional(),
});
export type Import = z.infer<typeof ImportSchema>;

export const executionName = ({ importId, attempt }: Pick<Import, 'importId' | 'attempt'>): string =>
  `${importId}-${attempt}`;

/** What ends an import. */
export interface ImportOutcome {
  readonly status: 'completed' | 'completed-with-failures' | 'rejected' | 'failed';
  readonly endedAt: string;
  readonly refusal?: { readonly code: string; readonly reason: string };
  readonly counts?: Counts;
  readonly warnings?: number;
}
