import { useEffect, useMemo, useRef, useState } from 'react';
import { type Design, fieldOf } from './draft-model.ts';
import { type Cell, type Choice, type Chosen, chosenAfter, type Row, rowsOf } from './grid-model.ts';

export interface GridState {
  readonly rows: readonly Row[];
  readonly cell: Cell;
  readonly row: Row | undefined;
  /** The keys of the chosen fields: the one at the cell, a range that ends there, or several apart. */
  readonly chosen: ReadonlySet<string>;
  /** The row whose label is typed. */
  readonly editing: string | undefined;
  /** For the element around the rows: finds the cell that takes the focus. */
  readonly element: React.RefObject<HTMLTableElement | null>;
  /** Moves the focus to a cell. */
  focus(cell: Cell, choice?: Choice): void;
  /** Takes over a cell that has the focus already. */
  entered(cell: Cell, choice?: Choice): void;
  edit(row: string | undefined): void;
  toggle(tab: string): void;
}

/** Where the user is in the grid: the cell, the chosen fields, the label that is typed, the tabs that are closed. */
export function useGrid(design: Design): GridState {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(design, closed), [design, closed]);
  const [wanted, setCell] = useState<Cell>({ row: '', column: 0 });
  const [choice, setChoice] = useState<Chosen>({ keys: new Set(), anchor: '' });
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const [focusRequests, setFocusRequests] = useState(0);
  const element = useRef<HTMLTableElement | null>(null);

  // A removed row leaves the cell without a row: the first one takes its place.
  const cell = rows.some(({ id }) => id === wanted.row) ? wanted : { row: rows[0]?.id ?? '', column: 0 };
  const row = rows.find(({ id }) => id === cell.row);
  const isAtField = fieldOf(design, cell.row) !== undefined;
  const chosen = [...choice.keys].filter((key) => isAtField && fieldOf(design, key) !== undefined);

  useEffect(() => {
    if (focusRequests > 0) element.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus();
  }, [focusRequests]);

  const entered = (next: Cell, how: Choice = 'one') => {
    setCell(next);
    setChoice((before) => chosenAfter(rows, before, next.row, how));
  };
  return {
    rows,
    cell,
    row,
    chosen: new Set(chosen.length === 0 && isAtField ? [cell.row] : chosen),
    editing,
    element,
    entered,
    focus(next, how) {
      entered(next, how);
      setFocusRequests((before) => before + 1);
    },
    edit(id) {
      setEditing(id);
      if (id === undefined) setFocusRequests((before) => before + 1);
      else entered({ row: id, column: 0 });
    },
    toggle(tab) {
      setClosed((before) =>
        before.has(tab) ? new Set([...before].filter((id) => id !== tab)) : new Set([...before, tab]),
      );
    },
  };
}
