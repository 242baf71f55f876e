import { createHash } from 'node:crypto';
import * as z from 'zod';
import { CodeCountsSchema } from '../code-counts.ts';

const count = z.int().min(0).default(0);

/**
 * The objects of a chunk besides its result: texts of output files, and the rows that it hands off with their row
 * index.
 */
const FragmentKindSchema = z.enum([
  'failed',
  'log',
  'csv',
  'warnings',
  'before',
  'changes',
  'insert',
  'update',
  'insert-rows',
  'update-rows',
]);
export type FragmentKind = z.infer<typeof FragmentKindSchema>;

/** The key suffix of a fragment, and its size in bytes. */
const FragmentSchema = z.strictObject({
  suffix: z.string().min(1),
  bytes: z.int().min(1),
  /** Set if it holds more than ASCII: a spreadsheet needs a byte-order mark then. Of CSV fragments alone. */
  nonAscii: z.literal(true).optional(),
});

/**
 * The result of one chunk. It is written last and once: a chunk that finds its result does nothing, and counts and
 * files are computed from results alone.
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
  /** Records that a differentiate chunk hands off to the writing stages. */
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
 * The key suffix of a fragment holds a hash of its content. A worker that was given up may resume and process its chunk
 * again, when the table already holds the results of the chunk: its output must not replace what the result names.
 */
export function fragmentSuffix(kind: FragmentKind, body: Uint8Array): string {
  return `${kind}-${createHash('sha256').update(body).digest('hex').slice(0, HASH_CHARACTERS)}`;
}
