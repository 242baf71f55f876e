/**
 * State transitions for each step outside the Maps: its state, and the Maps and Choices next to it. The start of the
 * execution is one more. A test compares this with the state machine's definition.
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
  // PlanFiles, IsIndexDue, Assemble
  'plan-files': 3,
  // PlanIndex, ReadIndex
  'plan-index': 2,
  // CutIndex, WriteIndex
  'cut-index': 2,
  'flip-index': 1,
  finish: 1,
};

/** Each item of a Distributed Map is a child execution: its start and its one state. */
const PER_ITEM = 2;
const START = 1;

/** Number of chunks of a step, and number of runs in total. */
export interface StepRuns {
  readonly chunks: number;
  readonly invocations: number;
}

/**
 * State transitions of executions in which these steps ran. A retried chunk is one more; a second run of a step outside
 * the Maps counts as another attempt of the import.
 */
export function countTransitions(runs: ReadonlyMap<string, StepRuns>): number {
  let transitions = START * (runs.get('plan')?.invocations ?? 0);
  for (const [step, { chunks, invocations }] of runs) {
    const states = STATES_WITH[step];
    transitions += states === undefined ? PER_ITEM * chunks + invocations - chunks : states * invocations;
  }
  return transitions;
}
