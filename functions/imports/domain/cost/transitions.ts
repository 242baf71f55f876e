/**
 * States of the workflow that go with each step outside the Maps, once: its own, the Map and the Choices beside it.
 * Starting the execution is one more. A test holds this against the state machine's definition.
 */
const STATES_WITH: Readonly<Record<string, number>> = {
  // Plan, IsPlanAccepted
  plan: 2,
  // Decode, IsFileDecoded
  decode: 2,
  // Scan, ResolveScan, IsScanAccepted
  'resolve-scan': 3,
  // SortRuns, Cut
  cut: 2,
  // Merge, ChooseRoute, IsTableEmpty, and BulkCopy or Differentiate
  'choose-route': 4,
  // PlanWrites, Insert, Update
  'plan-writes': 3,
  // PlanFiles, Assemble
  'plan-files': 2,
  finish: 1,
};

/** An item of a Distributed Map is an execution of its own: its start, and its one state. */
const PER_ITEM = 2;
const START = 1;

/** How often a step ran: for how many chunks, and how often in all. */
export interface StepRuns {
  readonly chunks: number;
  readonly invocations: number;
}

/**
 * State transitions of executions in which these steps ran. A chunk that was tried again is one more; a step outside the
 * Maps that ran again is taken for another attempt of the import.
 */
export function countTransitions(runs: ReadonlyMap<string, StepRuns>): number {
  let transitions = START * (runs.get('plan')?.invocations ?? 0);
  for (const [step, { chunks, invocations }] of runs) {
    const states = STATES_WITH[step];
    transitions += states === undefined ? PER_ITEM * chunks + invocations - chunks : states * invocations;
  }
  return transitions;
}
