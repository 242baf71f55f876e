import type { Difference } from '../crm-tables/designer/compare-model.ts';
import type { ImportDefinitionVersion } from './queries.ts';
import { DEFINITIONS, OPTION_VALUES, OPTIONS } from './text.ts';

type Compared = Pick<ImportDefinitionVersion, 'name' | 'isDefault' | 'options' | 'mapping'>;
type ColumnMapping = ImportDefinitionVersion['mapping'][number];

/** A value in words. */
export function optionText(value: unknown): string {
  if (value === undefined) return DEFINITIONS.absent;
  if (typeof value === 'boolean') return value ? DEFINITIONS.yes : DEFINITIONS.no;
  if (value === '\t') return 'tab';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The value of a named option in words. */
export const optionValueText = (name: string, value: unknown): string =>
  (typeof value === 'string' ? OPTION_VALUES[name]?.[value] : undefined) ?? optionText(value);

/** The header of a column, or its position. */
export const columnName = ({ column }: ColumnMapping): string =>
  typeof column === 'number' ? DEFINITIONS.position(column) : column;

/** Replacements such as `N becomes North, #N/A becomes blank`. */
export const valuesText = ({ values = {} }: ColumnMapping): string =>
  Object.entries(values)
    .map(([from, to]) => DEFINITIONS.becomes(from, typeof to === 'string' ? to : DEFINITIONS.cleared))
    .join(', ');

/** What a later version of an import definition changed. */
export function compareDefinitions(before: Compared, after: Compared): readonly Difference[] {
  return [
    ...changed(DEFINITIONS.name, before.name, after.name),
    ...changed(DEFINITIONS.isDefault, before.isDefault, after.isDefault),
    ...optionDifferences(before.options, after.options),
    ...columnDifferences(before.mapping, after.mapping),
  ];
}

function changed(what: string, before: unknown, after: unknown): Difference[] {
  const [from, to] = [optionText(before), optionText(after)];
  return from === to ? [] : [{ kind: 'changed', what, details: [DEFINITIONS.fromTo(from, to)] }];
}

const fromTo = (name: string, before: string, after: string): string[] =>
  before === after ? [] : [`${name} ${DEFINITIONS.fromTo(before, after)}`];

function optionDifferences(before: object, after: object): Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changed(
      OPTIONS[name] ?? name,
      optionValueText(name, Reflect.get(before, name)),
      optionValueText(name, Reflect.get(after, name)),
    ),
  );
}

function columnDifferences(before: readonly ColumnMapping[], after: readonly ColumnMapping[]): Difference[] {
  const find = (mapping: readonly ColumnMapping[], name: string) => mapping.find((each) => columnName(each) === name);
  const names = new Set([...before, ...after].map(columnName));
  return [...names].flatMap((what): Difference[] => {
    const [old, current] = [find(before, what), find(after, what)];
    if (old === undefined) return [{ kind: 'added', what, details: [] }];
    if (current === undefined) return [{ kind: 'removed', what, details: [] }];
    const details = [
      ...fromTo(DEFINITIONS.field, fieldText(old), fieldText(current)),
      ...fromTo(DEFINITIONS.values, valuesText(old) || DEFINITIONS.absent, valuesText(current) || DEFINITIONS.absent),
      ...fromTo(DEFINITIONS.default, optionText(old.default), optionText(current.default)),
    ];
    return details.length === 0 ? [] : [{ kind: 'changed', what, details }];
  });
}

const fieldText = ({ field }: ColumnMapping): string => field ?? DEFINITIONS.notImported;
