/** The differences between two states of a list whose elements have unique keys. Positions count from 1. */
export interface ListComparison<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: ReadonlyArray<{ readonly before: T; readonly after: T }>;
  /** The smallest set of kept elements whose moves turn one order into the other. */
  readonly moved: ReadonlyArray<{ readonly after: T; readonly from: number; readonly to: number }>;
}

/** The indexes of a longest increasing subsequence. Quadratic, for lists of at most a hundred. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  let best: readonly number[] = [];
  const endingAt: (readonly number[])[] = [];
  for (const [position, value] of values.entries()) {
    let longest: readonly number[] = [];
    for (const [earlier, run] of endingAt.entries()) {
      if ((values[earlier] ?? value) < value && run.length > longest.length) longest = run;
    }
    const run = [...longest, position];
    endingAt.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
}

export function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListComparison<T> {
  const places = new Map(before.map((item, index) => [keyOf(item), { item, from: index + 1 }]));
  const keys = new Set(after.map(keyOf));
  const kept = after.flatMap((item, index) => {
    const old = places.get(keyOf(item));
    return old ? [{ before: old.item, after: item, from: old.from, to: index + 1 }] : [];
  });
  const staying = longestRising(kept.map(({ from }) => from));
  return {
    added: after.filter((item) => !places.has(keyOf(item))),
    removed: before.filter((item) => !keys.has(keyOf(item))),
    kept: kept.map(({ before: old, after: item }) => ({ before: old, after: item })),
    moved: kept.flatMap(({ after: item, from, to }, index) => (staying.has(index) ? [] : [{ after: item, from, to }])),
  };
}
