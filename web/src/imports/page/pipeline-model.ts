import type { Import } from '../model.ts';

export type StageProgress = NonNullable<Import['progress']>[number];
export type StepState = 'done' | 'runs' | 'waits';

/** A step of the pipeline, which consists of one or several stages of the engine. */
export interface PipelineStep {
  readonly name: StepName;
  readonly state: StepState;
  /** The stage of the step that runs, or else ran last; absent if the API reports none. */
  readonly stage?: StageProgress;
}

/** `write` stands for bulk copy or for comparison, insert and update while the route of the import is not known. */
export type StepName = 'sort' | 'bulk-copy' | 'differentiate' | 'insert' | 'update' | 'write' | 'index' | 'assemble';

const STAGES: Readonly<Record<StepName, readonly string[]>> = {
  sort: ['decode', 'scan', 'run', 'merge'],
  'bulk-copy': ['bulk-copy'],
  differentiate: ['differentiate'],
  insert: ['insert'],
  update: ['update'],
  write: [],
  index: ['index-read', 'index-write'],
  assemble: ['assemble'],
};

const COMPARING: readonly StepName[] = ['differentiate', 'insert', 'update'];

/**
 * The steps of an import, in their order. The API reports the stages that were started last: the steps before them are
 * done.
 */
export function pipelineOf({ status, progress = [] }: Pick<Import, 'status' | 'progress'>): readonly PipelineStep[] {
  const names = stepNames(progress);
  const running = progress.find(isUnfinished) ?? progress.at(-1);
  const current = running === undefined ? 0 : names.findIndex((name) => STAGES[name].includes(running.stage));
  return names.map((name, at) => {
    const stage = lastStarted(progress.filter((each) => STAGES[name].includes(each.stage)));
    return { name, state: stateOf(at, current, status), ...(stage && { stage }) };
  });
}

function stepNames(progress: readonly StageProgress[]): readonly StepName[] {
  const isReported = (name: StepName) => progress.some(({ stage }) => STAGES[name].includes(stage));
  // A small import writes the entries of the search index with its customers.
  const last: readonly StepName[] = isReported('index') ? ['index', 'assemble'] : ['assemble'];
  if (isReported('bulk-copy')) return ['sort', 'bulk-copy', ...last];
  if (COMPARING.some(isReported)) return ['sort', ...COMPARING, ...last];
  return ['sort', 'write', ...last];
}

function stateOf(at: number, current: number, status: Import['status']): StepState {
  if (status !== 'running' || at > current) return 'waits';
  return at < current ? 'done' : 'runs';
}

const isUnfinished = ({ chunks, chunksDone }: StageProgress): boolean => chunksDone < chunks;

const lastStarted = (stages: readonly StageProgress[]): StageProgress | undefined =>
  stages.find(isUnfinished) ?? stages.at(-1);

/** From 0 to 1. A stage without records, for instance an insert of no customers, is complete. */
export function shareOf({ chunks, chunksDone, records, recordsDone }: StageProgress): number {
  const [done, all] =
    records === undefined || recordsDone === undefined ? [chunksDone, chunks] : [recordsDone, records];
  return all === 0 ? 1 : Math.min(1, done / all);
}
