/** One run of something: answers rows a second. */
export type Rate = () => Promise<number>;

/** The rates of each contender, one for each round; all contenders run in every round. */
export type Rounds<Name extends string> = Readonly<Record<Name, readonly number[]>>;

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
export async function measureRounds<Name extends string>(
  contenders: ReadonlyArray<readonly [name: Name, run: Rate]>,
  rounds: number,
): Promise<Rounds<Name>> {
  const rates = Object.fromEntries(contenders.map(([name]) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length]);
    for (const contender of order) {
      if (!contender) continue;
      const [name, run] = contender;
      const rate = await run();
      if (round > 0) rates[name].push(rate);
    }
  }
  return rates;
}
