/** Returns a number from 0 up to but not including `bound`; the same sequence for the same seed (mulberry32). */
export type Random = (bound: number) => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}

export function pick<T>(choices: readonly T[], random: Random): T {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new RangeError('There is nothing to choose from.');
  return choice;
}

/** True in `percent` of 100 calls. */
export const happens = (percent: number, random: Random): boolean => random(1000) < percent * 10;

export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const keyed = values.map((value) => ({ value, key: random(2 ** 32) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

/** Chooses names as often as their weights say. @param list names with weights: `Smith 2376,Johnson 1857` */
export function weighted(list: string): (random: Random) => string {
  const entries = list.split(',').map((entry) => {
    const [name = '', weight = ''] = entry.trim().split(' ');
    return { name, weight: Number(weight) };
  });
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  return (random) => {
    let left = random(total);
    const found = entries.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return found?.name ?? '';
  };
}
