/** One run of something: answers rows a second. */
export type Rate = () => Promise<number>;

export interface Contender {
  readonly name: string;
  readonly run: Rate;
}

/** Rows a second of each contender, one for each round; the same place is the same round. */
export type Rates = (name: string) => readonly number[];

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The median of what each round's `a` is to its `b`. */
export function medianRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((value, round) => value / (b[round] ?? Number.NaN)));
}

/**
 * Runs the contenders in turn, round after round, who goes first changing with each, after one round that only warms up.
 * So whatever else the machine does meets all of them alike.
 */
export async function measureRounds(contenders: readonly Contender[], rounds: number): Promise<Rates> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % contenders.length;
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const rate = await run();
      if (round > 0) rates.get(name)?.push(rate);
    }
  }
  return (name) => rates.get(name) ?? [];
}
