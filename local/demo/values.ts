import { happens, pick, type Random, shuffled } from './random.ts';

const DAY_MS = 86_400_000;

/** A day from the first to the last year, both included: `2026-11-30`. */
export function day(random: Random, firstYear: number, lastYear: number): string {
  const first = Date.UTC(firstYear, 0, 1);
  const days = (Date.UTC(lastYear + 1, 0, 1) - first) / DAY_MS;
  return new Date(first + random(days) * DAY_MS).toISOString().slice(0, 10);
}

/** A quarter of an hour in the times of work: `09:15`. */
export const timeOfDay = (random: Random): string =>
  `${String(8 + random(11)).padStart(2, '0')}:${pick(['00', '15', '30', '45'], random)}`;

/** An amount of money below `most`; often none is due. */
export const amount = (random: Random, most: number): string =>
  happens(40, random) ? '0.00' : (random(most * 100) / 100).toFixed(2);

export const yesOrNo = (random: Random, yesPercent: number): string => (happens(yesPercent, random) ? 'Yes' : 'No');

/** Some of the choices of a multi-list, in their order; none for every fourth customer. */
export function someOf(choices: readonly string[], random: Random): string {
  const chosen = shuffled(choices, random).slice(0, random(4));
  return choices.filter((choice) => chosen.includes(choice)).join(';');
}
