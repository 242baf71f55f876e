import type { ComparedLine, RangedLine } from './bench.ts';

export interface Pair {
  readonly value: number;
  readonly baseline: number;
}

/** Measures both sides in turn, alternating which goes first, so that other load of the machine affects both. */
export async function measurePairs(
  count: number,
  value: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % 2 === 0) pairs.push({ baseline: await baseline(), value: await value() });
    else pairs.push({ value: await value(), baseline: await baseline() });
  }
  return pairs;
}

/** One line of output for a benchmark's pairs. */
export function comparedLine(bench: string, unit: string, pairs: readonly Pair[]): ComparedLine {
  return {
    bench,
    value: rounded(median(pairs.map((pair) => pair.value))),
    unit,
    baseline: rounded(median(pairs.map((pair) => pair.baseline))),
    ratio: rounded(median(pairs.map((pair) => pair.value / pair.baseline))),
    pairs: pairs.length,
  };
}

/** The same with the range of the pairs' ratios. */
export function rangedLine(bench: string, unit: string, pairs: readonly Pair[]): RangedLine {
  const ratios = pairs.map(({ value, baseline }) => value / baseline);
  return {
    ...comparedLine(bench, unit, pairs),
    lowestRatio: rounded(Math.min(...ratios)),
    highestRatio: rounded(Math.max(...ratios)),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function rounded(number: number): number {
  return Number(number.toPrecision(4));
}
