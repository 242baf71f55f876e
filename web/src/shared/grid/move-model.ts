export interface Cell {
  /** Counted from 0, without the header row. */
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a key for a page moves. */
  readonly pageRows: number;
}

/**
 * The cell that a key leads to, as the ARIA practices describe it for grids.
 * @param withControl whether Ctrl is held
 * @returns undefined for a key that does not move
 */
export function cellAfter(
  key: string,
  withControl: boolean,
  { row, column }: Cell,
  { rows, columns, pageRows }: Size,
): Cell | undefined {
  const moved = target();
  return moved && { row: within(moved.row, rows), column: within(moved.column, columns) };

  function target(): Cell | undefined {
    switch (key) {
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'PageDown':
        return { row: row + pageRows, column };
      case 'PageUp':
        return { row: row - pageRows, column };
      case 'Home':
        return { row: withControl ? 0 : row, column: 0 };
      case 'End':
        return { row: withControl ? rows - 1 : row, column: columns - 1 };
      default:
        return undefined;
    }
  }
}

const within = (position: number, count: number): number => Math.max(0, Math.min(count - 1, position));
