import * as z from 'zod';
import type { ImportLimits } from '../limits.ts';

/** Rows `from` (inclusive) to `to` (exclusive) of what differentiate's chunk `chunk` handed over. */
const PieceSchema = z.strictObject({ chunk: z.int().min(0), from: z.int().min(0), to: z.int().min(1) });
export type Piece = z.infer<typeof PieceSchema>;

/** What each chunk of the insert stage and of the update stage writes. */
export const WritePlanSchema = z.strictObject({
  inserts: z.array(z.array(PieceSchema).min(1)),
  updates: z.array(z.array(PieceSchema).min(1)),
});
export type WritePlan = z.infer<typeof WritePlanSchema>;

/**
 * Cuts the rows that differentiate handed over into chunks of about `writeRows`: large ones are split, small ones joined.
 * @param rows how many rows each chunk of differentiate handed over.
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

/** How many rows the chunks of a stage write. */
export const countRows = (chunks: ReadonlyArray<readonly Piece[]>): number =>
  chunks.flat().reduce((sum, { from, to }) => sum + to - from, 0);
