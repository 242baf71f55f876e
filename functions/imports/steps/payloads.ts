import * as z from 'zod';
import { WorkflowInputSchema } from '../domain/lifecycle/workflow-input.ts';

/** Into every state that is no Map. */
export const StepInputSchema = WorkflowInputSchema;

/** Into finish: `cancelled` is what the workflow caught when a step found the import cancelled. */
export const FinishInputSchema = StepInputSchema.extend({ cancelled: z.unknown().optional() });

/** Into each item of a Map; the item is no more than the chunk's number. */
export const ChunkInputSchema = z.object({
  importId: z.string().min(1),
  prefix: z.string().min(1),
  fence: z.int().min(1),
  chunk: z.int().min(0),
});
export type ChunkInput = z.infer<typeof ChunkInputSchema>;

/** Into each item of merge: the parts go to this upload of the sorted file. */
export const MergeInputSchema = ChunkInputSchema.extend({ generation: z.int().min(0) });

/** Into choose-path: what cut gave out. */
export const PathInputSchema = StepInputSchema.extend({
  cuts: z.object({ ranges: z.int().min(1), generation: z.int().min(0) }),
});

/** Out of each item of a Map: nothing, since results are in S3 and a Map's output would grow with them. */
export type ChunkOutput = Record<never, never>;

/** The items of the Map that follows. */
type Chunks = readonly number[];

/** Out of plan, decode and resolve-scan: a refused file goes straight to finish. */
export interface AcceptanceOutput {
  readonly accepted: boolean;
  readonly chunks: Chunks;
}

/** Out of plan: a file that is not read as it is is decoded first, and its ranges are known only then. */
export interface PlanOutput extends AcceptanceOutput {
  readonly decode: boolean;
}

/** Out of plan-files. */
export interface ChunksOutput {
  readonly chunks: Chunks;
}

/** Out of cut. */
export interface CutOutput extends ChunksOutput {
  readonly ranges: number;
  readonly generation: number;
}

/** Out of choose-path. */
export interface PathOutput extends ChunksOutput {
  readonly path: 'bulk-copy' | 'differentiate';
}

/** Out of plan-writes. */
export interface WritesOutput {
  readonly inserts: Chunks;
  readonly updates: Chunks;
}
