import { cut, printable } from './printable.ts';

export interface TextColumn {
  readonly title: string;
  readonly alignRight?: boolean;
  /** The smallest width of the column; without it the column is never cut. */
  readonly least?: number;
}

const GAP = '  ';

/**
 * A table with columns as wide as their content. While it is wider than `width`, the widest column that may be cut
 * loses a character.
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
