import * as z from 'zod';
import { WorkflowInputSchema } from '../lifecycle/workflow-input.ts';

// The input and output of each step. The order of the steps is in statemachines/import.asl.json.

/** Input of each step that is not the Task of a Map. */
export const StepInputSchema = WorkflowInputSchema;
export type StepInput = z.infer<typeof StepInputSchema>;

/** Input of finish. `cancelled` is the error that the workflow caught when a step found the import cancelled. */
export const FinishInputSchema = StepInputSchema.extend({ cancelled: z.unknown().optional() });
export type FinishInput = z.infer<typeof FinishInputSchema>;

/** Input of the Task of a Map: the item is the number of the chunk. */
export const ChunkInputSchema = z.object({
  importId: z.string().min(1),
  prefix: z.string().min(1),
  fence: z.int().min(1),
  chunk: z.int().min(0),
});
export type ChunkInput = z.infer<typeof ChunkInputSchema>;

/** Input of merge: the parts belong to the upload of the sorted file with this generation. */
export const MergeInputSchema = ChunkInputSchema.extend({ generation: z.int().min(0) });
export type MergeInput = z.infer<typeof MergeInputSchema>;

/** Input of choose-route: `cuts` is the output of cut. */
export const RouteInputSchema = StepInputSchema.extend({
  cuts: z.object({ ranges: z.int().min(1), generation: z.int().min(0) }),
});
export type RouteInput = z.infer<typeof RouteInputSchema>;

const stepInputs = {
  plan: StepInputSchema,
  decode: StepInputSchema,
  scan: ChunkInputSchema,
  'resolve-scan': StepInputSchema,
  'sort-run': ChunkInputSchema,
  cut: StepInputSchema,
  merge: MergeInputSchema,
  'choose-route': RouteInputSchema,
  'bulk-copy': ChunkInputSchema,
  differentiate: ChunkInputSchema,
  'plan-writes': StepInputSchema,
  insert: ChunkInputSchema,
  update: ChunkInputSchema,
  'plan-files': StepInputSchema,
  assemble: ChunkInputSchema,
  finish: FinishInputSchema,
  'plan-index': StepInputSchema,
  'read-index': ChunkInputSchema,
  'cut-index': StepInputSchema,
  'write-index': ChunkInputSchema,
  'flip-index': StepInputSchema,
  'clean-index': StepInputSchema,
};

export type StepName = keyof typeof stepInputs;
type StepInputs = { readonly [Name in StepName]: z.infer<(typeof stepInputs)[Name]> };
export type InputOf<Name extends StepName> = StepInputs[Name];

/** The input of each step, by the name of its function. */
export const STEP_INPUTS: { readonly [Name in StepName]: z.ZodType<InputOf<Name>> } = stepInputs;

/** Output of the Task of a Map: empty, since results are in S3 and the output of a Map would grow with them. */
export type ChunkOutput = Record<never, never>;

/** The items of the next Map. */
type Chunks = readonly number[];

/** Output of decode and resolve-scan: the workflow continues a rejected file at finish. */
export interface AcceptanceOutput {
  readonly accepted: boolean;
  readonly chunks: Chunks;
}

/** Output of plan. A file that is not plain UTF-8 is decoded first; the number of its ranges is unknown until then. */
export interface PlanOutput extends AcceptanceOutput {
  readonly decode: boolean;
}

/** The chunks of the next Map. */
export interface ChunksOutput {
  readonly chunks: Chunks;
}

/** Output of plan-index: without a rebuild only older items are deleted. */
export interface PlanIndexOutput extends ChunksOutput {
  readonly rebuild: boolean;
}

/** Output of clean-index. */
export interface CleanOutput {
  readonly complete: boolean;
}

/** Output of cut. */
export interface CutOutput extends ChunksOutput {
  readonly ranges: number;
  readonly generation: number;
}

/** Output of choose-route. */
export interface RouteOutput extends ChunksOutput {
  readonly route: 'bulk-copy' | 'differentiate';
  /** Whether the customers of bulk copy come into the search index by a generation that the import writes. */
  readonly index: boolean;
}

/** Output of plan-writes. */
export interface WritesOutput {
  readonly inserts: Chunks;
  readonly updates: Chunks;
  /** Whether these customers come into the search index by a generation that the import writes. */
  readonly index: boolean;
}
