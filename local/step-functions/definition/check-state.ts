import { isJsonObject, type JsonValue } from '../../json-value.ts';
import { checkMap, checkTask } from './check-map-and-task.ts';
import { type Place, unavailableContextPaths } from './context-paths.ts';
import type { State } from './definition.ts';
import { CATCH_FIELDS, CHOICE_FIELDS, RETRY_FIELDS, STATE_FIELDS, TYPE_TESTS } from './supported-fields.ts';

/** The faults of one state, e.g. `Scan.ItemReader is not supported`. The caller checks inner workflows. */
export function checkState(name: string, state: State, place: Place): string[] {
  const fields = STATE_FIELDS[state.Type];
  if (fields === undefined) return [`${name}.Type ${state.Type} is not supported`];
  const { ItemProcessor: _, ItemSelector: selector = null, Comment: __, Result: ___, ...plain } = state;
  return [
    ...unknownFields(name, state, fields),
    ...listOf(state.Retry).flatMap((retrier) => unknownFields(`${name}.Retry`, retrier, RETRY_FIELDS)),
    ...listOf(state.Catch).flatMap((catcher) => checkCatcher(name, catcher)),
    ...listOf(state.Choices).flatMap((rule) => checkChoice(name, rule)),
    ...checkResultPath(name, state.ResultPath),
    ...unavailableContextPaths(plain, place).map((path) => `${name} uses ${path}, which is not supported there`),
    ...unavailableContextPaths(selector, 'item-selector').map(
      (path) => `${name}.ItemSelector uses ${path}, which is not supported there`,
    ),
    ...(state.Type === 'Task' ? checkTask(name, state) : []),
    ...(state.Type === 'Map' ? checkMap(name, state) : []),
    ...checkPass(name, state),
  ];
}

export function unknownFields(where: string, value: JsonValue, known: readonly string[]): string[] {
  if (!isJsonObject(value)) return [`${where} must be an object`];
  return Object.keys(value)
    .filter((field) => !known.includes(field))
    .map((field) => `${where}.${field} is not supported`);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function checkCatcher(name: string, catcher: JsonValue): string[] {
  const resultPath = isJsonObject(catcher) ? catcher.ResultPath : undefined;
  return [...unknownFields(`${name}.Catch`, catcher, CATCH_FIELDS), ...checkResultPath(`${name}.Catch`, resultPath)];
}

function checkChoice(name: string, rule: JsonValue): string[] {
  const where = `${name}.Choices`;
  if (!isJsonObject(rule)) return [`${where} must hold objects`];
  const inner = [...listOf(rule.And), ...listOf(rule.Or), ...(rule.Not === undefined ? [] : [rule.Not])];
  const untrue = TYPE_TESTS.filter((test) => rule[test] !== undefined && rule[test] !== true);
  return [
    ...unknownFields(where, rule, CHOICE_FIELDS),
    ...untrue.map((test) => `${where}.${test} must be true (wrap it in Not to test the opposite)`),
    ...inner.flatMap((part) => checkChoice(name, part)),
  ];
}

function checkResultPath(where: string, path: JsonValue | undefined): string[] {
  const isFine =
    path === undefined || path === null || path === '$' || (typeof path === 'string' && path.startsWith('$.'));
  return isFine ? [] : [`${where}.ResultPath ${JSON.stringify(path)} is not supported`];
}

function checkPass(name: string, state: State): string[] {
  const isIgnored = state.Type === 'Pass' && 'Result' in state && !state.Result;
  return isIgnored ? [`${name}.Result ${JSON.stringify(state.Result)} is not supported`] : [];
}
