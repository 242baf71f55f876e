import { useMemo, useState } from 'react';
import type { Place } from '../../shared/grid/edit-column.ts';
import { type Corrections, customerIdColumn, widthOf } from './corrections-model.ts';
import { idOfColumn, keyOfRow, nextWrongPlace } from './places-model.ts';
import { summaryOf } from './summary-model.ts';

/** Which records and columns are shown, and the current cell. */
export function useView(corrections: Corrections) {
  const summary = useMemo(() => summaryOf(corrections), [corrections]);
  const [place, setPlace] = useState<Place>(() => firstPlace(corrections));
  const [onlyWrong, setOnlyWrong] = useState(false);
  /** The columns that had a wrong cell when the others were hidden. */
  const [wrongColumns, setWrongColumns] = useState<ReadonlySet<number> | undefined>(undefined);
  const width = useMemo(() => widthOf(corrections), [corrections]);
  const shownColumns = useMemo(() => {
    const all = Array.from({ length: width }, (_, column) => column);
    const idColumn = customerIdColumn(corrections);
    return wrongColumns ? all.filter((column) => column === idColumn || wrongColumns.has(column)) : all;
  }, [width, wrongColumns, corrections]);
  // A record stays until the keyboard leaves it: it would vanish under the hands of the person who corrects it.
  const rows = useMemo(
    () =>
      onlyWrong
        ? corrections.rows.filter(
            (row) => summary.states[row.record.index]?.isWrong === true || keyOfRow(row) === place.row,
          )
        : corrections.rows,
    [corrections, summary, onlyWrong, place.row],
  );
  const next = (from: Place) => nextWrongPlace(rows, summary.states, shownColumns, customerIdColumn(corrections), from);
  return {
    summary,
    rows,
    shownColumns,
    place,
    setPlace,
    onlyWrong,
    setOnlyWrong,
    hidesRightColumns: wrongColumns !== undefined,
    setHidesRightColumns: (hides: boolean) => setWrongColumns(hides ? summary.wrongColumns : undefined),
    goToNextWrong: () => {
      const found = next(place);
      if (found) setPlace(found);
    },
  };
}

/** The first wrong cell. */
function firstPlace(corrections: Corrections): Place {
  const columns = corrections.columns.map((_, column) => column);
  const start = { row: '0', column: 'line' };
  const { states } = summaryOf(corrections);
  return (
    nextWrongPlace(corrections.rows, states, columns, customerIdColumn(corrections), start) ?? {
      row: '0',
      column: columns.length > 0 ? idOfColumn(0) : 'line',
    }
  );
}
