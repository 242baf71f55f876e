import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react';
import type { Ending } from './cell-editor.tsx';
import type { EditColumn, Place } from './edit-column.ts';
import { type Cell, cellAfter } from './move-model.ts';
import { beginningOf, useEdit } from './use-edit.ts';

/** In rows. */
const PAGE = 13;

const STEPS: Readonly<Record<Ending, string | undefined>> = {
  ...{ stay: undefined, discard: undefined, down: 'ArrowDown', up: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft' },
};

export interface EditGridActions<Row> {
  readonly columns: readonly EditColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The current cell. */
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onEdit: (row: string, column: string, value: string) => void;
  /** Enter, Space or a double click on a cell that cannot be changed. */
  readonly onChoose: (row: Row, column: string) => void;
}

/** The cell by its position; the nearest one if a filter hides it. */
function positionOf<Row>({ columns, rows, keyOf, place }: EditGridActions<Row>, before: number): Cell {
  const row = rows.findIndex((each) => keyOf(each) === place.row);
  const column = columns.findIndex(({ id }) => id === place.column);
  return { row: row === -1 ? Math.max(0, Math.min(before, rows.length - 1)) : row, column: Math.max(0, column) };
}

/** What keys and the mouse do in a grid whose cells can be changed. */
export function useEditGrid<Row>(actions: EditGridActions<Row>, table: RefObject<HTMLElement | null>) {
  const { columns, rows, keyOf, onPlace, onEdit, onChoose } = actions;
  const { editing, begin, type, end } = useEdit(onEdit);
  const last = useRef(0);
  const current = positionOf(actions, last.current);
  last.current = current.row;

  const goTo = ({ row, column }: Cell) => {
    const target = rows[row];
    const field = columns[column];
    if (target !== undefined && field) onPlace({ row: keyOf(target), column: field.id });
  };
  const move = (key: string, withControl = false): boolean => {
    const size = { rows: rows.length, columns: columns.length, pageRows: PAGE };
    const next = cellAfter(key, withControl, current, size);
    if (next) goTo(next);
    return next !== undefined;
  };
  /** @param text replaces the value */
  const change = (at: Cell, text?: string) => {
    const row = rows[at.row];
    const column = columns[at.column];
    if (row === undefined || !column) return;
    if (column.value) begin({ row: keyOf(row), column: column.id, value: text ?? column.value(row) });
    else if (text === undefined || text === ' ') onChoose(row, column.id);
  };
  const empty = () => {
    const row = rows[current.row];
    const column = columns[current.column];
    if (row !== undefined && column?.value) onEdit(keyOf(row), column.id, '');
  };
  return {
    current,
    editing,
    onType: type,
    onEnd: (ending: Ending) => {
      end(ending !== 'discard');
      if (ending !== 'stay') table.current?.focus({ preventScroll: true });
      const step = STEPS[ending];
      if (step !== undefined) move(step);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const beginning = beginningOf(event);
      if (event.key === 'Delete' || event.key === 'Backspace') empty();
      else if (beginning !== undefined) change(current, beginning === 'value' ? undefined : beginning.text);
      else if (!move(event.key, event.ctrlKey)) return;
      event.preventDefault();
    },
    onMouseDown: (event: MouseEvent) => {
      const at = cellAt(event);
      if (at) goTo(at);
    },
    onDoubleClick: (event: MouseEvent) => {
      const at = cellAt(event);
      if (at) change(at);
    },
  };
}

/** Undefined outside of cells, and in the input of a cell, which handles the mouse itself. */
function cellAt({ target }: MouseEvent): Cell | undefined {
  if (!(target instanceof Element) || target.closest('input, textarea')) return undefined;
  const cell = target.closest<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}
