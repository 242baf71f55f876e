import type { Pair } from './pairs.ts';

/** Something to measure: one run answers rows a second. */
export interface Contender {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** What the rounds found: `value`'s rates beside `baseline`'s, round by round. */
export type Rounds = (value: string, baseline: string) => Pair[];

/**
 * Runs the contenders in turn, round after round, who goes first changing with each, after one round that only warms up.
 * So whatever else the machine does meets all of them alike.
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
