import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { isJsonObject, type JsonObject } from '../../json-value.ts';
import { functionNameOf, isDistributed, MOST_SECONDS } from './check-map-and-task.ts';
import { type Definition, itemProcessorOf, type State } from './definition.ts';

/** A workflow in the interpreter's form, and the functions and Maps that its Task states call. */
export interface Workflow {
  readonly definition: StateMachineDefinition;
  /** Name of the function by name of the state. */
  readonly tasks: ReadonlyMap<string, string>;
  readonly maps: ReadonlyMap<string, MapOfItems>;
}

export interface MapOfItems {
  readonly isDistributed: boolean;
  readonly maxConcurrency: number;
  readonly itemSelector: JsonObject | undefined;
  readonly processor: Workflow;
}

/**
 * Prepares a checked definition for the interpreter. Every Map becomes a Task, which run-map.ts runs: the interpreter's Map
 * continues to start items after a failure, and loses its counts when it ends.
 */
export function compile(definition: Definition): Workflow {
  const states = Object.entries(definition.States);
  const tasks = states.flatMap(([name, state]) => {
    const functionName = functionNameOf(state);
    return functionName === undefined ? [] : [[name, functionName] as const];
  });
  const maps = states.filter(([, state]) => state.Type === 'Map').map(([name, state]) => [name, mapOf(state)] as const);
  const runnable = states.map(([name, state]) => [name, runnableState(state)] as const);
  return {
    definition: interpreterDefinition({ ...definition, States: Object.fromEntries(runnable) }),
    tasks: new Map(tasks),
    maps: new Map(maps),
  };
}

function mapOf(state: State): MapOfItems {
  const { ItemSelector: selector } = state;
  return {
    isDistributed: isDistributed(state),
    maxConcurrency: Number(state.MaxConcurrency),
    itemSelector: selector === undefined ? undefined : JSON.parse(JSON.stringify(selector)),
    processor: compile(itemProcessorOf(state)),
  };
}

function runnableState(state: State): State {
  const plain: State = { ...withoutWholeResultPath(state), Type: state.Type };
  if (Array.isArray(plain.Catch))
    plain.Catch = plain.Catch.map((catcher) => (isJsonObject(catcher) ? withoutWholeResultPath(catcher) : catcher));
  if (plain.Type !== 'Map') return plain;
  const {
    ItemProcessor: _,
    ItemSelector: __,
    ItemsPath: itemsPath = '$',
    MaxConcurrency: ___,
    Label: ____,
    ...task
  } = plain;
  return {
    ...task,
    Type: 'Task',
    Resource: 'map',
    TimeoutSeconds: MOST_SECONDS,
    Parameters: { 'input.$': '$', 'items.$': itemsPath },
  };
}

/** For AWS "$" equals an absent ResultPath; the interpreter would create a field named "$". */
function withoutWholeResultPath({ ResultPath: path, ...rest }: JsonObject): JsonObject {
  return path === undefined || path === '$' ? rest : { ...rest, ResultPath: path };
}

/** check-definition.ts has validated the definition, which the interpreter's type describes in more detail. */
function interpreterDefinition(definition: Definition): StateMachineDefinition {
  return JSON.parse(JSON.stringify(definition));
}
