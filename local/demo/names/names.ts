import type { Random } from '../random.ts';

/** How the people of a country are called. */
export interface Names {
  readonly woman: (random: Random) => string;
  readonly man: (random: Random) => string;
  readonly surname: (random: Random) => string;
  readonly womensTitles: readonly string[];
  readonly mensTitles: readonly string[];
}
