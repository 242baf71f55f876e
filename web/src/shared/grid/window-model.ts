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
