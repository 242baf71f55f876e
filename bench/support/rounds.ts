import type { Pair } from './pairs.ts';

/** One side of a measurement; a run returns rows a second. */
export interface Contender {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** The rates of two contenders, paired by round. */
export type Rounds = (value: string, baseline: string) => Pair[];

/**
 * Runs the contenders in turn, in rounds; the first contender changes with each round, so that other load of the machine
 * affects all of them. The first round warms up and does not count.
 */
export async function measureRounds(rounds: number, contenders: readonly Contender[]): Promise<Rounds> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % contenders.length;
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const rate = await run();
      if (round > 0) rates.get(name)?.push(rate);
    }
  }
  return (value, baseline) =>
    (rates.get(value) ?? []).map((rate, round) => ({
      value: rate,
      baseline: rates.get(baseline)?.[round] ?? Number.NaN,
    }));
}
