/**
 * States of the workflow that go with each step outside the Maps, once: its own, the Map and the Choices beside it.
 * Starting the execution is one more. A test holds this against the state machine's definition.
 */
const STATES_WITH: Readonly<Record<string, number>> = {
  // Plan, IsPlanAccepted
  plan: 2,
  // Scan, ResolveScan, IsScanAccepted
  'resolve-scan': 3,
  // SortRuns, Cut
  cut: 2,
  // Merge, ChoosePath, IsTableEmpty, and BulkCopy or Differentiate
  'choose-path': 4,
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

/** State transitions of one execution, in which these steps ran; a try again of a state is one more. */
export function countTransitions(runs: ReadonlyMap<string, StepRuns>): number {
  let transitions = START;
  for (const [step, { chunks, invocations }] of runs) {
    const states = STATES_WITH[step];
    const once = states ?? PER_ITEM * chunks;
    transitions += once + invocations - chunks;
  }
  return transitions;
}
