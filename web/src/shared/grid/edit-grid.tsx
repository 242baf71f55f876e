import './grid.css';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { EditColumn } from './edit-column.ts';
import { EditRow } from './edit-row.tsx';
import { Gap } from './gap.tsx';
import { GRID_STYLE } from './grid-style.ts';
import { type EditGridActions, useEditGrid } from './use-edit-grid.ts';
import { remPixels, useFrame } from './use-frame.ts';
import { useLatest } from './use-latest.ts';
import { drawnColumns, drawnRows, scrolledTo, scrolledToColumn } from './window-model.ts';

/** In pixels. */
const ROW_HEIGHT = 32;
const VISIBLE_ROWS = 14;
/** The first column names the row, and stays in view. */
const FROZEN = 1;

/**
 * A long and wide list whose cells can be changed. Only the visible rows and columns are drawn. Arrow keys move; Enter,
 * F2, typing and a double click begin a change; Delete empties a cell.
 */
export function EditGrid<Row>({
  label,
  draftFault,
  ...actions
}: EditGridActions<Row> & {
  readonly label: string;
  /** Why a cell would be wrong with this value. */
  readonly draftFault: (row: string, column: string, value: string) => string | undefined;
}) {
  const { columns, rows, keyOf } = actions;
  const id = useId();
  const frame = useRef<HTMLDivElement | null>(null);
  const table = useRef<HTMLTableElement | null>(null);
  const { scroll, width, onScroll } = useFrame(frame);
  const { current, editing, onType, onEnd, ...handlers } = useEditGrid(actions, table);
  const [faultOf, type, end] = [useLatest(draftFault), useLatest(onType), useLatest(onEnd)];
  const widths = useMemo(() => {
    const pixels = remPixels();
    return columns.map((column) => column.width * pixels);
  }, [columns]);
  const height = Math.min(rows.length, VISIBLE_ROWS) * ROW_HEIGHT;
  const viewport = { scrollTop: scroll.top, height, rowHeight: ROW_HEIGHT, count: rows.length };
  const side = { widths, frozen: FROZEN, scrollLeft: scroll.left, width };
  const drawn = drawnRows(viewport);
  const shown = drawnColumns(side);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls; a person may look at another part of the grid.
  useEffect(() => {
    if (frame.current === null) return;
    const { scrollTop, scrollLeft, clientWidth } = frame.current;
    frame.current.scrollTop = scrolledTo(current.row, { ...viewport, scrollTop });
    frame.current.scrollLeft = scrolledToColumn(current.column, { ...side, scrollLeft, width: clientWidth });
  }, [current.row, current.column]);

  return (
    <div
      ref={frame}
      className="data-grid edit-grid"
      style={{ ...GRID_STYLE, '--grid-row': `${ROW_HEIGHT}px`, maxBlockSize: `${(VISIBLE_ROWS + 2) * ROW_HEIGHT}px` }}
      onScroll={onScroll}
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrows is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={rows.length > 0 ? `${id}-${current.row}-${current.column}` : undefined}
        style={{ inlineSize: `${widths.reduce((sum, each) => sum + each, 0)}px` }}
        tabIndex={0}
        {...handlers}
      >
        <HeaderRow columns={columns} widths={widths} shown={shown} />
        <tbody>
          <Gap rows={drawn.from} rowHeight={ROW_HEIGHT} />
          {rows.slice(drawn.from, drawn.to).map((row, offset) => (
            <EditRow
              key={keyOf(row)}
              id={id}
              row={row}
              index={drawn.from + offset}
              columns={columns}
              shown={shown}
              currentColumn={drawn.from + offset === current.row ? current.column : undefined}
              editing={editing?.row === keyOf(row) ? editing : undefined}
              draftFault={faultOf}
              onType={type}
              onEnd={end}
            />
          ))}
          <Gap rows={rows.length - drawn.to} rowHeight={ROW_HEIGHT} />
        </tbody>
      </table>
    </div>
  );
}

function HeaderRow<Row>({
  columns,
  widths,
  shown: { from, to, before, after },
}: {
  readonly columns: readonly EditColumn<Row>[];
  readonly widths: readonly number[];
  readonly shown: ReturnType<typeof drawnColumns>;
}) {
  const cell = ({ id, header }: EditColumn<Row>, at: number) => (
    <th
      key={id}
      scope="col"
      aria-colindex={at + 1}
      data-frozen={at < FROZEN}
      title={header}
      style={{ inlineSize: `${widths[at]}px` }}
    >
      {header}
    </th>
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.slice(0, FROZEN).map(cell)}
        {before > 0 && <td aria-hidden style={{ inlineSize: `${before}px` }} />}
        {columns.slice(from, to).map((column, offset) => cell(column, from + offset))}
        {after > 0 && <td aria-hidden style={{ inlineSize: `${after}px` }} />}
      </tr>
    </thead>
  );
}
