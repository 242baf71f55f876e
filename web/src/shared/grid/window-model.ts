/** Rows beyond the visible ones that are drawn, so that scrolling shows no gaps. */
const OVERSCAN = 8;

interface Viewport {
  /** In pixels. */
  readonly scrollTop: number;
  /** In pixels, without the header row. */
  readonly height: number;
  /** In pixels; all rows have the same. */
  readonly rowHeight: number;
  readonly count: number;
}

/** The rows that a grid draws. @returns the first, and the one after the last */
export function drawnRows({ scrollTop, height, rowHeight, count }: Viewport): {
  readonly from: number;
  readonly to: number;
} {
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.ceil((scrollTop + height) / rowHeight);
  return { from: Math.max(0, Math.min(first, count) - OVERSCAN), to: Math.min(count, last + OVERSCAN) };
}

/** Where to scroll so that a row is visible; the present place if it is already. */
export function scrolledTo(row: number, { scrollTop, height, rowHeight }: Viewport): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}

/** Columns beyond the visible ones that are drawn. */
const COLUMN_OVERSCAN = 2;

interface ColumnWindow {
  /** In pixels, those of the frozen columns included. */
  readonly widths: readonly number[];
  /** How many columns at the start always stay in view. */
  readonly frozen: number;
  readonly scrollLeft: number;
  /** The visible width in pixels. */
  readonly width: number;
}

/** The columns after the frozen ones that a wide grid draws. @returns the first, the one after the last, and the widths of the gaps */
export function drawnColumns({ widths, frozen, scrollLeft, width }: ColumnWindow): {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
} {
  const frozenWidth = sum(widths.slice(0, frozen));
  let [from, to, at] = [widths.length, frozen, frozenWidth];
  for (let column = frozen; column < widths.length; column += 1) {
    const end = at + (widths[column] ?? 0);
    if (end > scrollLeft + frozenWidth && at < scrollLeft + width) {
      from = Math.min(from, column);
      to = column + 1;
    }
    at = end;
  }
  from = Math.max(frozen, Math.min(from, to) - COLUMN_OVERSCAN);
  to = Math.min(widths.length, to + COLUMN_OVERSCAN);
  return { from, to, before: sum(widths.slice(frozen, from)), after: sum(widths.slice(to)) };
}

/** Where to scroll to the side so that a column is visible; the present place if it is already. */
export function scrolledToColumn(column: number, { widths, frozen, scrollLeft, width }: ColumnWindow): number {
  if (column < frozen) return scrollLeft;
  const frozenWidth = sum(widths.slice(0, frozen));
  const start = sum(widths.slice(0, column));
  const end = start + (widths[column] ?? 0);
  if (start < scrollLeft + frozenWidth) return start - frozenWidth;
  return end > scrollLeft + width ? end - width : scrollLeft;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0);
