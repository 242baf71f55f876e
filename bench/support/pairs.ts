/** One timed run: rows handled, and the seconds that took. */
export type Rate = () => Promise<number>;

export interface Pairs {
  /** Median rates of the subject and of the baseline, in rows a second. */
  readonly value: number;
  readonly baseline: number;
  /** Median of the ratios of each pair. */
  readonly ratio: number;
  readonly pairs: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Runs both in turn, who goes first changing with each pair, after one pair that only warms up. */
export async function measurePairs(subject: Rate, baseline: Rate, pairs: number): Promise<Pairs> {
  const subjects: number[] = [];
  const baselines: number[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const subjectFirst = pair % 2 === 0;
    const early = await (subjectFirst ? subject : baseline)();
    const late = await (subjectFirst ? baseline : subject)();
    if (pair === 0) continue;
    subjects.push(subjectFirst ? early : late);
    baselines.push(subjectFirst ? late : early);
  }
  const ratios = subjects.map((value, index) => value / (baselines[index] ?? Number.NaN));
  return { value: median(subjects), baseline: median(baselines), ratio: median(ratios), pairs };
}
