import * as z from 'zod';
import { LineEndSchema } from '../csv/record-format.ts';

/** Records of one block with the same ID, at its start or its end. */
export const IdGroupSchema = z.strictObject({
  /** The ID's bytes. */
  id: z.base64(),
  /** Ordinals of the first and the last readable record in source order; left out when none is readable. */
  firstOrdinal: z.int().min(0).optional(),
  lastOrdinal: z.int().min(0).optional(),
});
export type IdGroup = z.infer<typeof IdGroupSchema>;

/** About `blockBytes` of the sorted file. */
export const SortedBlockSchema = z.strictObject({
  bytes: z.int().min(1),
  records: z.int().min(1),
  /** Left out where there is no usable ID: no Customer ID column, a blank ID, or one that is too long. */
  first: IdGroupSchema.optional(),
  last: IdGroupSchema.optional(),
});
export type SortedBlock = z.infer<typeof SortedBlockSchema>;

/** The part of the sorted file that one merge range has become. */
export const MergeResultSchema = z.strictObject({
  etag: z.string(),
  bytes: z.int().min(1),
  records: z.int().min(1),
  blocks: z.array(SortedBlockSchema).min(1),
  /** Set if every record of the file has one blank cell more than the header row. */
  endsInDelimiter: z.literal(true).optional(),
});
export type MergeResult = z.infer<typeof MergeResultSchema>;

/** The sorted file: its merge ranges, one after the other. */
export const SortedIndexSchema = z.strictObject({
  bytes: z.int().min(1),
  records: z.int().min(1),
  lineEnd: LineEndSchema,
  ranges: z.array(z.array(SortedBlockSchema).min(1)).min(1),
  /** As in `MergeResultSchema`. */
  endsInDelimiter: z.literal(true).optional(),
});
export type SortedIndex = z.infer<typeof SortedIndexSchema>;
