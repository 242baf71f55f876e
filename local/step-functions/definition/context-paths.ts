import { isJsonObject, type JsonValue } from '../../json-value.ts';

/** The position of a path in a definition, which determines the fields of the context object there. */
export type Place = 'workflow' | 'item-selector' | 'inline-item' | 'distributed-item';

const MACHINE = ['$$.StateMachine.Id', '$$.StateMachine.Name'];
const EXECUTION = ['$$.Execution.Id', '$$.Execution.Name', ...MACHINE];
const ITEM = ['$$.Map.Item.Index', '$$.Map.Item.Value'];

const AVAILABLE: Readonly<Record<Place, readonly string[]>> = {
  workflow: [...EXECUTION, '$$.Execution.Input', '$$.Execution.StartTime'],
  'item-selector': [...EXECUTION, ...ITEM],
  'inline-item': [...EXECUTION, ...ITEM],
  // An item of a Distributed Map is a separate execution, whose name is unknown in advance.
  'distributed-item': MACHINE,
};

/** The context object's paths in a value that are unavailable at this place. */
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
