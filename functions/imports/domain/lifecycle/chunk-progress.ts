import * as z from 'zod';
import type { PlannedStage, Stage } from '../import.ts';

/** What a worker writes down while it works on a chunk: how many of the chunk's records have a fate so far. */
export const ChunkProgressSchema = z.object({ records: z.int().min(0) });

/** How far one stage has come. A stage whose chunks are all done has ended. */
export interface MeasuredStage {
  readonly stage: Stage;
  readonly chunks: number;
  readonly chunksDone: number;
  readonly records?: number;
  /** Those of finished chunks, and of chunks under way as their workers last reported. */
  readonly recordsDone?: number;
  readonly recordsPerSecond?: number;
  readonly secondsLeft?: number;
}

/** What was found of a stage's chunks. */
export interface StageChunks {
  readonly chunksDone: number;
  readonly recordsUnderWay: number;
}

/** @param seconds since the stage began */
export function measuredStage(
  { stage, chunks, records }: PlannedStage,
  { chunksDone, recordsUnderWay }: StageChunks,
  seconds: number,
): MeasuredStage {
  if (records === undefined || chunks === 0) return { stage, chunks, chunksDone };
  // Chunks of one stage are about equally large.
  const recordsDone = Math.min(records, Math.round((records * chunksDone) / chunks) + recordsUnderWay);
  const rate = seconds > 0 ? recordsDone / seconds : 0;
  const hasEnded = chunksDone >= chunks;
  return {
    stage,
    chunks,
    chunksDone,
    records,
    recordsDone,
    ...(rate > 0 &&
      !hasEnded && { recordsPerSecond: Math.round(rate), secondsLeft: Math.ceil((records - recordsDone) / rate) }),
  };
}
