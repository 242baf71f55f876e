import './grid.css';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { Gap } from './gap.tsx';
import { type GridColumn, leastWidth } from './grid-column.ts';
import { GridRow } from './grid-row.tsx';
import { GRID_STYLE } from './grid-style.ts';
import { type Cell, cellAfter } from './move-model.ts';
import { drawnRows, scrolledTo } from './window-model.ts';

/** In pixels. */
const ROW_HEIGHT = 32;
const VISIBLE_ROWS = 14;

/**
 * A long list, of which only the visible rows are drawn. Arrow keys, Page Up, Page Down, Home and End move through its
 * cells; Space, Enter and a click choose the row; a list can tell apart by which column.
 */
export function DataGrid<Row>({
  label,
  columns,
  rows,
  keyOf,
  chosen,
  onChoose,
  hasFocus = false,
}: {
  readonly label: string;
  /** The first names the row. */
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The key of the chosen row. */
  readonly chosen?: string | undefined;
  readonly onChoose?: (row: Row, column: string) => void;
  /** Whether the grid takes the focus when it appears. */
  readonly hasFocus?: boolean;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const table = useRef<HTMLTableElement | null>(null);
  const [wanted, setCell] = useState<Cell>(() => ({ row: rows.findIndex((row) => keyOf(row) === chosen), column: 0 }));
  // A filter leaves fewer rows.
  const current = { ...wanted, row: Math.max(0, Math.min(wanted.row, rows.length - 1)) };
  const height = Math.min(rows.length, VISIBLE_ROWS) * ROW_HEIGHT;
  const viewport = { scrollTop, height, rowHeight: ROW_HEIGHT, count: rows.length };
  const { from, to } = drawnRows(viewport);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the grid appears.
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = scrolledTo(current.row, viewport);
    if (hasFocus) table.current?.focus({ preventScroll: true });
  }, []);

  const choose = (at: Cell) => {
    const row = rows[at.row];
    const column = columns[at.column];
    if (row !== undefined && column) onChoose?.(row, column.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const size = { rows: rows.length, columns: columns.length, pageRows: VISIBLE_ROWS - 1 };
    const next = cellAfter(event.key, event.ctrlKey, current, size);
    if (next) {
      setCell(next);
      if (frame.current) frame.current.scrollTop = scrolledTo(next.row, viewport);
    } else if (event.key === ' ' || event.key === 'Enter') choose(current);
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (cell === null) return;
    const { row, column } = cell.dataset;
    const at = { row: Number(row), column: Number(column) };
    setCell(at);
    choose(at);
  };
  return (
    <div
      ref={frame}
      className="data-grid"
      style={{ ...GRID_STYLE, '--grid-row': `${ROW_HEIGHT}px`, maxBlockSize: `${(VISIBLE_ROWS + 2) * ROW_HEIGHT}px` }}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrows is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={rows.length > 0 ? `${id}-${current.row}-${current.column}` : undefined}
        style={{ minInlineSize: leastWidth(columns) }}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id: column, header, width, grows = false }) => (
              <th key={column} scope="col" style={grows ? undefined : { inlineSize: `${width}rem` }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} rowHeight={ROW_HEIGHT} />
          {rows.slice(from, to).map((row, offset) => (
            <GridRow
              key={keyOf(row)}
              id={id}
              row={row}
              index={from + offset}
              columns={columns}
              currentColumn={from + offset === current.row ? current.column : undefined}
              isChosen={keyOf(row) === chosen}
            />
          ))}
          <Gap rows={rows.length - to} rowHeight={ROW_HEIGHT} />
        </tbody>
      </table>
    </div>
  );
}
