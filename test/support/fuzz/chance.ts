import { type Random, seededRandom } from '../../../local/demo/random.ts';

/** Decisions of one run; the same seed decides the same. */
export class Chance {
  readonly random: Random;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** True in `percent` of 100 calls. */
  happens(percent: number): boolean {
    return this.random(1_000) < percent * 10;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.random(choices.length)];
    if (choice === undefined && choices.length === 0) throw new RangeError('There is nothing to choose from.');
    return choice as T;
  }

  /** A whole number between two others, both included. */
  between(lowest: number, highest: number): number {
    return lowest + this.random(highest - lowest + 1);
  }
}
