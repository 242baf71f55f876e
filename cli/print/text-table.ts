import { cut, printable } from './printable.ts';

export interface TextColumn {
  readonly title: string;
  readonly alignRight?: boolean;
  /** The smallest width that it may be cut down to; a column without one is never cut. */
  readonly least?: number;
}

const GAP = '  ';

/**
 * Rows under their titles, in columns as wide as what they hold. Where that is wider than `width`, the widest column that
 * may be cut gives way, one character after the other.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: ReadonlyArray<readonly string[]>,
  width = 80,
): string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...cells.map((row) => [...(row[at] ?? '')].length)),
  );
  narrow(columns, widths, width);
  const line = (row: readonly string[]) =>
    columns
      .map(({ alignRight }, at) => {
        const text = cut(row[at] ?? '', widths[at] ?? 0);
        const space = ' '.repeat((widths[at] ?? 0) - [...text].length);
        return alignRight ? space + text : text + space;
      })
      .join(GAP)
      .trimEnd();
  return [columns.map(({ title }) => title), ...cells].map(line);
}

function narrow(columns: readonly TextColumn[], widths: number[], width: number): void {
  const total = () => widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  while (total() > width) {
    let widest = -1;
    for (const [at, { least = Number.POSITIVE_INFINITY }] of columns.entries()) {
      if ((widths[at] ?? 0) > least && (widths[at] ?? 0) > (widths[widest] ?? 0)) widest = at;
    }
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
