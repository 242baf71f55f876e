import { pick, type Random, shuffled } from './random.ts';
import type { TelephoneRange } from './telephone-ranges.ts';

const STYLES = ['national', 'international', 'digits', 'dots'] as const;

/** A number of the range as one of many people writes it. */
function written({ national, international }: TelephoneRange, digits: string, random: Random): string {
  const fill = (pattern: string) => [...digits].reduce((text, digit) => text.replace('#', digit), pattern);
  const style = pick(STYLES, random);
  if (national === undefined || style === 'international') return fill(international);
  if (style === 'digits') return fill(national).replaceAll(' ', '');
  return style === 'dots' ? fill(national).replaceAll(' ', '.') : fill(national);
}

/** Gives each number of some ranges once, in a random order. */
export class NumberPool {
  readonly #random: Random;
  readonly #left: { readonly range: TelephoneRange; readonly digits: string }[];

  constructor(ranges: readonly TelephoneRange[], random: Random) {
    this.#random = random;
    const all = ranges.flatMap((range) => {
      const length = range.international.split('#').length - 1;
      return Array.from({ length: 10 ** length }, (_, n) => ({ range, digits: String(n).padStart(length, '0') }));
    });
    this.#left = shuffled(all, random);
  }

  /** Undefined if none is left. */
  take(): string | undefined {
    const next = this.#left.pop();
    return next && written(next.range, next.digits, this.#random);
  }
}
