import { isJsonObject, type JsonValue } from '../../json-value.ts';

/** Where in a definition a path stands decides what the context object holds there. */
export type Place = 'workflow' | 'item-selector' | 'inline-item' | 'distributed-item';

const MACHINE = ['$$.StateMachine.Id', '$$.StateMachine.Name'];
const EXECUTION = ['$$.Execution.Id', '$$.Execution.Name', ...MACHINE];
const ITEM = ['$$.Map.Item.Index', '$$.Map.Item.Value'];

const AVAILABLE: Readonly<Record<Place, readonly string[]>> = {
  workflow: [...EXECUTION, '$$.Execution.Input', '$$.Execution.StartTime'],
  'item-selector': [...EXECUTION, ...ITEM],
  'inline-item': [...EXECUTION, ...ITEM],
  // An item of a Distributed Map is an execution of its own, whose name nobody can know beforehand.
  'distributed-item': MACHINE,
};

/** The context object's paths in a value that are not available here. */
export function unavailableContextPaths(value: JsonValue, place: Place): string[] {
  return contextPaths(value).filter(
    (path) => !AVAILABLE[place].some((available) => path === available || path.startsWith(`${available}.`)),
  );
}

function contextPaths(value: JsonValue): string[] {
  if (typeof value === 'string') return value.match(/\$\$[\w.]*/g) ?? [];
  if (Array.isArray(value)) return value.flatMap(contextPaths);
  return isJsonObject(value) ? Object.values(value).flatMap(contextPaths) : [];
}
