import { createHash } from 'node:crypto';
import * as z from 'zod';
import { CodeCountsSchema } from '../code-counts.ts';

const count = z.int().min(0).default(0);

/** What a chunk leaves beside its result: texts of output files, and what stands beside rows that it hands over. */
const FragmentKindSchema = z.enum([
  'failed',
  'log',
  'csv',
  'warnings',
  'insert',
  'update',
  'insert-rows',
  'update-rows',
]);
export type FragmentKind = z.infer<typeof FragmentKindSchema>;

/** Under which suffix of the chunk's keys a fragment is kept, and how large it is. */
const FragmentSchema = z.strictObject({
  suffix: z.string().min(1),
  bytes: z.int().min(1),
  /** Set if it holds more than ASCII: a spreadsheet needs a byte-order mark then. Of CSV fragments alone. */
  nonAscii: z.literal(true).optional(),
});

/**
 * What one chunk of a stage did. It is written last and once: a chunk that finds its result has nothing left to do, and
 * counts and files are put together from these alone.
 */
export const ChunkResultSchema = z.strictObject({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  records: count,
  updated: count,
  inserted: count,
  ignored: count,
  failed: count,
  warnings: count,
  /** How many lines its parts of `failures.csv` and `warnings.csv` have of each code; absent where there are none. */
  failureCodes: CodeCountsSchema.optional(),
  warningCodes: CodeCountsSchema.optional(),
  /** Records that a differentiate chunk hands to the writing stages. */
  insertRows: count,
  updateRows: count,
  /** Those that hold anything. */
  fragments: z.partialRecord(FragmentKindSchema, FragmentSchema),
});
export type ChunkResult = z.infer<typeof ChunkResultSchema>;

/** Every record of a chunk has exactly one fate. */
export type Fate = 'updated' | 'inserted' | 'ignored' | 'failed';

const HASH_CHARACTERS = 16;

/**
 * Names a fragment after its content. A worker that was given up may wake up and do its chunk once more, when the table
 * already holds what the chunk's result led to: what it finds then must not take the place of what the result names.
 */
export function fragmentSuffix(kind: FragmentKind, body: Uint8Array): string {
  return `${kind}-${createHash('sha256').update(body).digest('hex').slice(0, HASH_CHARACTERS)}`;
}
