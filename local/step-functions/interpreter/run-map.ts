import { isJsonObject, type JsonValue } from '../../json-value.ts';
import type { MapOfItems, Workflow } from '../definition/compile.ts';
import { fatal, StateError } from './errors.ts';
import { copyPayload } from './payload.ts';
import type { Run } from './run.ts';
import { Scope } from './scope.ts';
import { selectItem } from './select-item.ts';

type RunWorkflow = (workflow: Workflow, input: JsonValue, run: Run) => Promise<JsonValue>;

/** MapStateStarted and MapStateSucceeded, or MapRunStarted and MapRunSucceeded. */
const EVENTS_OF_A_MAP = 2;
/** MapIterationStarted and MapIterationSucceeded; for a distributed item ExecutionStarted and ExecutionSucceeded, in its own history. */
const EVENTS_OF_AN_ITEM = 2;

/**
 * Runs the items of a Map state and returns their results in order. Starts no further item after the first failure.
 * @param prepared the interpreter's output for the Map, as compile.ts requests it: `{input, items}`
 */
export async function runMap(
  state: string,
  map: MapOfItems,
  prepared: JsonValue,
  run: Run,
  runWorkflow: RunWorkflow,
): Promise<JsonValue> {
  run.scope.assertRunning();
  run.scope.countEvents(EVENTS_OF_A_MAP);
  const { input, items } = preparedItems(state, prepared);
  const results = new Array<JsonValue>(items.length);
  const group = new Scope(run.scope, false);
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) {
      if (group.stopped) return;
      results[index] = await runItem(map, input, item, index, { ...run, scope: group }, runWorkflow);
    }
  };
  const workers = Math.min(map.maxConcurrency, run.maxParallelItems, items.length);
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } catch (error) {
    group.stop();
    throw map.isDistributed && isCatchable(error) ? thresholdExceeded() : error;
  }
  return copyPayload(results, `The result of state ${state}`);
}

async function runItem(
  map: MapOfItems,
  input: JsonValue,
  item: JsonValue,
  index: number,
  run: Run,
  runWorkflow: RunWorkflow,
) {
  const context = { ...run.context, Map: { Item: { Index: index, Value: item } } };
  const selected = map.itemSelector === undefined ? item : await selectItem(map.itemSelector, input, context);
  if (!map.isDistributed) {
    run.scope.countEvents(EVENTS_OF_AN_ITEM);
    return runWorkflow(map.processor, selected, { ...run, context });
  }
  // An item of a Distributed Map is a separate execution: its start is a transition, and it has a separate history.
  const scope = new Scope(run.scope);
  scope.countEvents(EVENTS_OF_AN_ITEM);
  scope.countTransition();
  return runWorkflow(map.processor, selected, { ...run, context, scope, record: () => {} });
}

function preparedItems(state: string, prepared: JsonValue): { input: JsonValue; items: JsonValue[] } {
  const { input = null, items = null } = isJsonObject(prepared) ? prepared : {};
  if (!Array.isArray(items)) throw fatal('States.Runtime', `The items of Map state ${state} are not an array.`);
  return { input, items };
}

function isCatchable(error: unknown): boolean {
  return !(error instanceof StateError) || error.isCatchable;
}

/** A Distributed Map reports one error for all failures of its items. */
function thresholdExceeded(): StateError {
  return new StateError(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  );
}
