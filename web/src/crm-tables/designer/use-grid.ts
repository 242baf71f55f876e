import { useEffect, useMemo, useRef, useState } from 'react';
import { type Design, fieldOf } from './draft-model.ts';
import { type Cell, keysBetween, type Row, rowsOf } from './grid-model.ts';

export interface GridState {
  readonly rows: readonly Row[];
  readonly cell: Cell;
  readonly row: Row | undefined;
  /** The keys of the chosen fields: the one at the cell, or a range that ends there. */
  readonly chosen: ReadonlySet<string>;
  /** The row whose label is typed. */
  readonly editing: string | undefined;
  /** For the element around the rows: finds the cell that takes the focus. */
  readonly element: React.RefObject<HTMLTableElement | null>;
  /** Moves the focus to a cell. @param extend whether the range goes on to it */
  focus(cell: Cell, extend?: boolean): void;
  /** Takes over a cell that has the focus already. */
  entered(cell: Cell, extend?: boolean): void;
  edit(row: string | undefined): void;
  toggle(tab: string): void;
}

/** Where the user is in the grid: the cell, the chosen fields, the label that is typed, the tabs that are closed. */
export function useGrid(design: Design): GridState {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(design, closed), [design, closed]);
  const [wanted, setCell] = useState<Cell>({ row: '', column: 0 });
  const [anchor, setAnchor] = useState('');
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const [focusRequests, setFocusRequests] = useState(0);
  const element = useRef<HTMLTableElement | null>(null);

  // A removed row leaves the cell without a row: the first one takes its place.
  const cell = rows.some(({ id }) => id === wanted.row) ? wanted : { row: rows[0]?.id ?? '', column: 0 };
  const row = rows.find(({ id }) => id === cell.row);
  const chosen = fieldOf(design, cell.row) ? keysBetween(rows, anchor, cell.row) : new Set<string>();

  useEffect(() => {
    if (focusRequests > 0) element.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus();
  }, [focusRequests]);

  const entered = (next: Cell, extend = false) => {
    setCell(next);
    setAnchor(extend && anchor !== '' ? anchor : next.row);
  };
  return {
    rows,
    cell,
    row,
    chosen: chosen.size > 0 || !fieldOf(design, cell.row) ? chosen : new Set([cell.row]),
    editing,
    element,
    entered,
    focus(next, extend) {
      entered(next, extend);
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
