import type { Place } from '../../shared/grid/edit-column.ts';
import { type CellChange, type Corrections, withCells } from './corrections-model.ts';
import { columnOf } from './places-model.ts';
import { insertion, join } from './shift-model.ts';

export type Change = (next: (before: Corrections) => Corrections) => void;

/** What moves the values of the current record to their columns; undefined where it is not possible. */
interface Shifts {
  readonly insert: (() => void) | undefined;
  readonly join: (() => void) | undefined;
}

/** At the current cell. */
export function shiftsAt(corrections: Corrections, place: Place, change: Change): Shifts {
  const [row, column] = [corrections.rows[Number(place.row)], columnOf(place.column)];
  if (row === undefined || column === undefined) return { insert: undefined, join: undefined };
  const shift = (changes: CellChange[] | undefined) =>
    changes && (() => change((before) => withCells(before, changes)));
  return { insert: shift(insertion(corrections, row, column)), join: shift(join(corrections, row, column)) };
}
