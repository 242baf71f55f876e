import type { ColumnMapping, Mapping } from '../../../definitions/index.ts';
import { foldedName } from '../layout/header.ts';
import { cellRules, type PlacedMapping } from '../layout/map-columns.ts';
import type { ColumnProposal } from './preview.ts';

/** The longest header cell that a mapping may name. */
const LONGEST_NAME = 1_000;

/**
 * The proposals as a mapping for an import: columns by header cell where the cell is unique, otherwise by position.
 * Values, defaults and date forms of the given mapping stay.
 */
export function proposedMapping(
  columns: ReadonlyArray<Pick<ColumnProposal, 'position' | 'field'>>,
  header: readonly string[],
  placed: PlacedMapping,
): Mapping {
  const names = new Map<string, number>();
  for (const name of header) names.set(foldedName(name), (names.get(foldedName(name)) ?? 0) + 1);
  return columns.map(({ position, field }): ColumnMapping => {
    const name = header[position - 1];
    const isPlain = name !== undefined && name.trim() !== '' && name.length <= LONGEST_NAME;
    const column = isPlain && names.get(foldedName(name)) === 1 ? name : position;
    return { column, field, ...cellRules(placed.get(position - 1)) };
  });
}
