import * as z from 'zod';
import type { PlannedStage, Stage } from '../import.ts';

/** The progress of a chunk in flight: the number of its records that have a fate. */
export const ChunkProgressSchema = z.object({ records: z.int().min(0) });

/** The progress of one stage. A stage whose chunks are all done has ended. */
export interface MeasuredStage {
  readonly stage: Stage;
  readonly chunks: number;
  readonly chunksDone: number;
  readonly records?: number;
  /** Records of finished chunks, and of chunks in flight as last reported. */
  readonly recordsDone?: number;
  readonly recordsPerSecond?: number;
  readonly secondsLeft?: number;
}

export interface StageChunks {
  readonly chunksDone: number;
  readonly recordsInFlight: number;
}

/** @param seconds since the stage began */
export function measuredStage(
  { stage, chunks, records }: PlannedStage,
  { chunksDone, recordsInFlight }: StageChunks,
  seconds: number,
): MeasuredStage {
  if (records === undefined || chunks === 0) return { stage, chunks, chunksDone };
  // Chunks of one stage have about the same size.
  const recordsDone = Math.min(records, Math.round((records * chunksDone) / chunks) + recordsInFlight);
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
