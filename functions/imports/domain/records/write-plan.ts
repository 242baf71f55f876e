import * as z from 'zod';
import type { ImportLimits } from '../limits.ts';
import { SearchWaySchema } from '../search-index/search-way.ts';

/** Rows `from` (inclusive) to `to` (exclusive) of the handoff of differentiate's chunk `chunk`. */
const PieceSchema = z.strictObject({ chunk: z.int().min(0), from: z.int().min(0), to: z.int().min(1) });
export type Piece = z.infer<typeof PieceSchema>;

/** The pieces that each chunk of the insert stage and of the update stage writes. */
export const WritePlanSchema = z.strictObject({
  inserts: z.array(z.array(PieceSchema).min(1)),
  updates: z.array(z.array(PieceSchema).min(1)),
  /** How these customers come into the search index; absent in a plan of an earlier release. */
  search: SearchWaySchema.optional(),
});
export type WritePlan = z.infer<typeof WritePlanSchema>;

/**
 * Cuts the handed-off rows into chunks of about `writeRows`: large pieces are split, small ones joined.
 * @param rows the number of rows of each chunk of differentiate
 */
export function planChunks(rows: readonly number[], limits: ImportLimits): Piece[][] {
  const total = rows.reduce((sum, count) => sum + count, 0);
  const perChunk = Math.max(limits.writeRows, Math.ceil(total / limits.maxChunks));
  const chunks: Piece[][] = [];
  let room = 0;
  for (const [chunk, count] of rows.entries()) {
    for (let from = 0; from < count; ) {
      if (room === 0) {
        chunks.push([]);
        room = perChunk;
      }
      const to = Math.min(count, from + room);
      chunks.at(-1)?.push({ chunk, from, to });
      room -= to - from;
      from = to;
    }
  }
  return chunks;
}

export const countRows = (chunks: ReadonlyArray<readonly Piece[]>): number =>
  chunks.flat().reduce((sum, { from, to }) => sum + to - from, 0);
