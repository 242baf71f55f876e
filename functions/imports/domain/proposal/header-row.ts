import { type Guess, TELLING_NAMES } from '../preview/guess-cut.ts';
import type { SampledRecord } from '../preview/read-sample.ts';

/** Nearly every value that is neither a name nor a place has one of these. */
const DATA = /[\d@]/;

/**
 * Whether the first record names the columns. It does if it names standard fields. Otherwise the records below decide:
 * a header row differs from them, and no cell of it occurs in them again.
 * @param records all records, the first one included
 */
export function isHeaderRow({ cut, names }: Guess, [first, ...below]: readonly SampledRecord[]): boolean {
  if (names >= TELLING_NAMES) return true;
  if (!first || below.length === 0) return false;
  const others = below.filter(({ cells }) => !isSame(cells, first.cells));
  if (occursAgain(first.cells, others) || isShapedAlike(first.cells, others)) return false;
  return cut.hasHeader || isUnlike(first.cells, others);
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);

const occursAgain = (first: readonly string[], others: readonly SampledRecord[]): boolean =>
  first.some((cell, at) => cell.trim() !== '' && others.some(({ cells }) => cells[at] === cell));

/** A value with one letter for each word, and one digit for each number: `A1` and `B22` are alike. */
const shapeOf = (value: string): string => value.replace(/\p{L}+/gu, 'a').replace(/\d+/g, '0');

/** Whether a cell with a number or an `@` looks like most values below it. */
const isShapedAlike = (first: readonly string[], others: readonly SampledRecord[]): boolean =>
  first.some((cell, at) => {
    if (!DATA.test(cell)) return false;
    const shape = shapeOf(cell);
    return 2 * others.filter(({ cells }) => shapeOf(cells[at] ?? '') === shape).length > others.length;
  });

/** Whether the first record holds words alone, in a file one of whose columns otherwise holds none. */
function isUnlike(first: readonly string[], others: readonly SampledRecord[]): boolean {
  if (first.some((cell) => DATA.test(cell))) return false;
  return first.some((cell, at) => {
    const values = others.map(({ cells }) => cells[at]?.trim() ?? '').filter((value) => value !== '');
    return cell.trim() !== '' && values.length > 0 && values.every((value) => DATA.test(value));
  });
}
