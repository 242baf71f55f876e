import type { Design, DesignField, Flag, Tab } from './draft-model.ts';
import { fieldsOf } from './draft-model.ts';
import { tabOwner } from './rules-model.ts';

/** A row of the grid: a tab, one of its fields, or the place after them where a field is added. */
export type Row =
  | { readonly kind: 'tab'; readonly id: string; readonly tab: Tab; readonly count: number; readonly isOpen: boolean }
  | { readonly kind: 'field'; readonly id: string; readonly tab: Tab; readonly field: DesignField }
  | { readonly kind: 'add'; readonly id: string; readonly tab: Tab };

/** The columns of a row of a field. The rows of tabs have one column. */
export const COLUMNS = ['label', 'type', 'search', 'insert', 'modify', 'result'] as const;
export type GridColumn = (typeof COLUMNS)[number];

export interface Cell {
  readonly row: string;
  readonly column: number;
}

export const addRow = (tab: string): string => `add:${tab}`;
export const flagOf = (column: GridColumn): Flag | undefined =>
  column === 'label' || column === 'type' ? undefined : column;

export function rowsOf(design: Design, closed: ReadonlySet<string>): readonly Row[] {
  return design.tabs.flatMap((tab): Row[] => {
    const fields = fieldsOf(design, tab.id);
    const isOpen = !closed.has(tab.id);
    const heading: Row = { kind: 'tab', id: tabOwner(tab.id), tab, count: fields.length, isOpen };
    if (!isOpen) return [heading];
    const rows = fields.map((field): Row => ({ kind: 'field', id: field.key, tab, field }));
    return [heading, ...rows, { kind: 'add', id: addRow(tab.id), tab }];
  });
}

const PAGE = 10;

/** The cell to which a key leads; undefined if the key does not move. */
export function cellAfter(rows: readonly Row[], { row, column }: Cell, key: string, ctrl: boolean): Cell | undefined {
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === row),
  );
  const at = (next: number): Cell => ({ row: rows[Math.min(rows.length - 1, Math.max(0, next))]?.id ?? row, column });
  const isField = rows[index]?.kind === 'field';
  const last = COLUMNS.length - 1;
  switch (key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'PageDown':
      return at(index + PAGE);
    case 'PageUp':
      return at(index - PAGE);
    case 'ArrowRight':
      return isField ? { row, column: Math.min(last, column + 1) } : undefined;
    case 'ArrowLeft':
      return isField ? { row, column: Math.max(0, column - 1) } : undefined;
    case 'Home':
      return ctrl ? { ...at(0), column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { ...at(rows.length - 1), column: last } : { row, column: isField ? last : column };
    default:
      return undefined;
  }
}

/** The keys of the fields between two rows, both included. */
function keysBetween(rows: readonly Row[], from: string, to: string): ReadonlySet<string> {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [start, end] = [Math.min(...ends), Math.max(...ends)];
  const chosen = start < 0 ? [] : rows.slice(start, end + 1);
  return new Set(chosen.flatMap(({ kind, id }) => (kind === 'field' ? [id] : [])));
}

/** What going to a row does to the chosen fields. `range` chooses those up to the row, `toggle` adds the row or takes it out. */
export type Choice = 'one' | 'range' | 'toggle' | 'same';

export interface Chosen {
  readonly keys: ReadonlySet<string>;
  /** The row where a range begins. */
  readonly anchor: string;
}

export function chosenAfter(rows: readonly Row[], { keys, anchor }: Chosen, row: string, choice: Choice): Chosen {
  switch (choice) {
    case 'one':
      return { keys: new Set([row]), anchor: row };
    case 'range':
      return { keys: keysBetween(rows, anchor, row), anchor };
    case 'toggle':
      return { keys: new Set([...keys, row].filter((key) => key !== row || !keys.has(row))), anchor: row };
    case 'same':
      return { keys, anchor };
  }
}

interface MouseKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a press of the mouse on a row chooses. A chosen row keeps the others, so that all of them can be dragged. */
export function choiceOf({ shiftKey, ctrlKey, metaKey }: MouseKeys, isChosen: boolean): Choice {
  if (shiftKey) return 'range';
  if (ctrlKey || metaKey) return 'toggle';
  return isChosen ? 'same' : 'one';
}

/** The row that takes the focus when rows are removed. */
export function rowAfterRemoval(rows: readonly Row[], removed: ReadonlySet<string>, from: string): string {
  const index = rows.findIndex(({ id }) => id === from);
  const stays = ({ id }: Row) => !removed.has(id);
  return (rows.slice(index).find(stays) ?? rows.slice(0, Math.max(0, index)).findLast(stays))?.id ?? '';
}
