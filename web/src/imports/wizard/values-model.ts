import type { Preview, Values } from './mapping-model.ts';

/** A cell and what is imported instead; `undefined` while it is imported as it is. */
export interface Replacement {
  readonly cell: string;
  readonly to: Values[string] | undefined;
  /** How many of the records that were read have the cell. */
  readonly records?: number;
}

interface UnknownCell {
  readonly value: string;
  readonly records: number;
}

/** The cells of a column that are no choice of its list, and are not replaced yet. */
export function unknownCells(
  preview: Pick<Preview, 'columns'> | undefined,
  position: number,
  values: Values,
): readonly UnknownCell[] {
  const column = preview?.columns.find((each) => each.position === position);
  return (column?.unknownValues ?? []).filter(({ value }) => !(value in values));
}

/** The cells that are replaced, after those that the list of the field does not have. */
export function replacementsOf(values: Values, unknown: readonly UnknownCell[]): readonly Replacement[] {
  return [
    ...unknown.map(({ value, records }) => ({ cell: value, to: undefined, records })),
    ...Object.entries(values).map(([cell, to]) => ({ cell, to })),
  ];
}

export const replaced = (values: Values, cell: string, to: Replacement['to']): Values =>
  to === undefined ? withoutReplacement(values, cell) : { ...values, [cell]: to };

export function withoutReplacement(values: Values, cell: string): Values {
  const { [cell]: _, ...others } = values;
  return others;
}
