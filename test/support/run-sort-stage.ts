import { type InputOf, STEP_INPUTS, type StepName } from '../../functions/imports/domain/workflow/payloads.ts';
import { type CallStep, runDefinition } from './run-definition.ts';

export type Cuts = InputOf<'choose-route'>['cuts'];

/** The calls of the sort stage; the workflow's definition decides their order. */
export interface SortStage {
  /** Number of ranges to scan. */
  readonly ranges: number;
  scan(range: number): Promise<unknown>;
  /** @returns the number of runs to sort, or undefined if the file is rejected */
  resolveScan(): Promise<number | undefined>;
  sortRun(run: number): Promise<unknown>;
  cut(): Promise<Cuts>;
  merge(range: number, generation: number): Promise<unknown>;
  complete(cuts: Cuts): Promise<unknown>;
}

/** Ends the run of the workflow after the sort stage. */
class Sorted extends Error {}

/** Runs the sort stage as `statemachines/import.asl.json` orders it, for a file in UTF-8 that already has a plan. */
export async function runSortStage(stage: SortStage, maxParallelItems: number): Promise<void> {
  try {
    await runDefinition({ importId: 'sort', prefix: 'SORT', fence: 1 }, stepsOf(stage), maxParallelItems);
  } catch (error) {
    if (!(error instanceof Sorted)) throw error;
  }
}

function stepsOf(stage: SortStage): CallStep {
  const steps: Readonly<Record<string, (input: unknown) => Promise<unknown>>> = {
    Plan: async () => ({ accepted: true, decode: false, chunks: upTo(stage.ranges) }),
    Scan: step('scan', ({ chunk }) => stage.scan(chunk)),
    async ResolveScan() {
      const runs = await stage.resolveScan();
      return { accepted: runs !== undefined, chunks: upTo(runs ?? 0) };
    },
    SortRun: step('sort-run', ({ chunk }) => stage.sortRun(chunk)),
    async Cut() {
      const cuts = await stage.cut();
      return { ...cuts, chunks: upTo(cuts.ranges) };
    },
    Merge: step('merge', ({ chunk, generation }) => stage.merge(chunk, generation)),
    ChooseRoute: step('choose-route', async ({ cuts }) => {
      await stage.complete(cuts);
      throw new Sorted();
    }),
    // A rejected file.
    Finish: async () => {},
  };
  return async (name, input) => {
    const run = steps[name];
    if (!run) throw new Error(`The sort stage must not run ${name}.`);
    return run(input);
  };
}

function step<Name extends StepName>(name: Name, run: (input: InputOf<Name>) => Promise<unknown>) {
  return (input: unknown) => run(STEP_INPUTS[name].parse(input));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
