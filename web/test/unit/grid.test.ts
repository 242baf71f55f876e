import { describe, expect, test } from '@jest/globals';
import { leastWidth } from '../../src/shared/grid/grid-column.ts';
import { cellAfter } from '../../src/shared/grid/move-model.ts';
import { drawnColumns, drawnRows, scrolledTo, scrolledToColumn } from '../../src/shared/grid/window-model.ts';

describe('a key in a grid', () => {
  const size = { rows: 100, columns: 4, pageRows: 10 };
  const from = { row: 50, column: 2 };
  const target = (key: string, withControl = false) => cellAfter(key, withControl, from, size);

  test('moves by one cell or by a page', () => {
    expect(target('ArrowDown')).toEqual({ row: 51, column: 2 });
    expect(target('ArrowUp')).toEqual({ row: 49, column: 2 });
    expect(target('ArrowRight')).toEqual({ row: 50, column: 3 });
    expect(target('ArrowLeft')).toEqual({ row: 50, column: 1 });
    expect(target('PageDown')).toEqual({ row: 60, column: 2 });
    expect(target('PageUp')).toEqual({ row: 40, column: 2 });
  });

  test('moves to the ends of the row, and with Ctrl to the corners', () => {
    expect(target('Home')).toEqual({ row: 50, column: 0 });
    expect(target('End')).toEqual({ row: 50, column: 3 });
    expect(target('Home', true)).toEqual({ row: 0, column: 0 });
    expect(target('End', true)).toEqual({ row: 99, column: 3 });
  });

  test('stays within the grid', () => {
    const corner = { row: 99, column: 3 };
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End']) {
      expect(cellAfter(key, true, corner, size)).toEqual(corner);
    }
    expect(cellAfter('PageUp', false, { row: 3, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(cellAfter('ArrowDown', false, { row: 0, column: 0 }, { ...size, rows: 0 })).toEqual({ row: 0, column: 0 });
  });

  test('of another meaning does not move', () => {
    for (const key of [' ', 'Enter', 'a', 'Tab']) expect(target(key)).toBeUndefined();
  });
});

describe('the drawn rows of a grid', () => {
  const viewport = { scrollTop: 3_200, height: 320, rowHeight: 32, count: 10_000 };

  test('are those in view with some before and after', () => {
    expect(drawnRows(viewport)).toEqual({ from: 92, to: 118 });
    expect(drawnRows({ ...viewport, scrollTop: 0 })).toEqual({ from: 0, to: 18 });
  });

  test('are within the list, also when a filter has left fewer rows', () => {
    expect(drawnRows({ ...viewport, count: 105 })).toEqual({ from: 92, to: 105 });
    expect(drawnRows({ ...viewport, count: 3 })).toEqual({ from: 0, to: 3 });
    expect(drawnRows({ ...viewport, scrollTop: 0, count: 0 })).toEqual({ from: 0, to: 0 });
  });

  test('include a row after scrolling to it, and the grid scrolls no further than that', () => {
    expect(scrolledTo(101, viewport)).toBe(3_200);
    expect(scrolledTo(99, viewport)).toBe(99 * 32);
    expect(scrolledTo(110, viewport)).toBe(111 * 32 - 320);
  });
});

test('a grid is as wide as its columns at least', () => {
  expect(leastWidth([{ width: 6 }, { width: 10 }])).toBe('16rem');
});

describe('a wide grid', () => {
  const wide = { widths: new Array<number>(200).fill(100), frozen: 1, scrollLeft: 0, width: 1_000 };

  test('draws the visible columns, and gaps as wide as the others', () => {
    expect(drawnColumns(wide)).toEqual({ from: 1, to: 12, before: 0, after: 18_800 });
    expect(drawnColumns({ ...wide, scrollLeft: 5_000 })).toEqual({ from: 49, to: 62, before: 4_800, after: 13_800 });
    expect(drawnColumns({ ...wide, scrollLeft: 19_000 })).toEqual({ from: 189, to: 200, before: 18_800, after: 0 });
    expect(drawnColumns({ ...wide, widths: [100, 100] })).toEqual({ from: 1, to: 2, before: 0, after: 0 });
  });

  test('scrolls to the side as far as needed to show a column beside the first', () => {
    expect(scrolledToColumn(5, wide)).toBe(0);
    expect(scrolledToColumn(20, wide)).toBe(1_100);
    expect(scrolledToColumn(20, { ...wide, scrollLeft: 5_000 })).toBe(1_900);
    expect(scrolledToColumn(0, { ...wide, scrollLeft: 5_000 })).toBe(5_000);
  });
});
