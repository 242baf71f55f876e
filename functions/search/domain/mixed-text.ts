/** A typed text by the kinds of its parts. */
interface Parts {
  readonly numbers: readonly string[];
  readonly addresses: readonly string[];
  /** The rest, with blanks between. */
  readonly words: string;
  /** Whether there is one number or address alone. */
  readonly isOne: boolean;
}

/** As many digits find a telephone number by its end. Fewer may be a house number or a part of a name. */
const FEWEST_DIGITS = 7;
/** Digits and the punctuation of telephone numbers, as one or several parts: "(020) 7946 - 0018". */
const OF_A_NUMBER = /^[\d().\-/+]+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ADDRESS = /^[^@]+@[^@]*$/;

const digitsIn = (parts: readonly string[]): number => parts.join('').replace(/\D/g, '').length;

/** Divides a text at its blanks: e-mail addresses, runs of parts that may be a telephone number, and words. */
export function partsOf(text: string): Parts {
  const numbers: string[] = [];
  const addresses: string[] = [];
  const words: string[] = [];
  let run: string[] = [];
  const endRun = () => {
    if (digitsIn(run) >= FEWEST_DIGITS) numbers.push(run.join(' '));
    else words.push(...run);
    run = [];
  };
  for (const part of text.split(/\s+/)) {
    if (OF_A_NUMBER.test(part) && !DATE.test(part)) {
      run.push(part);
      continue;
    }
    endRun();
    (ADDRESS.test(part) ? addresses : words).push(part);
  }
  endRun();
  return { numbers, addresses, words: words.join(' ').trim(), isOne: numbers.length + addresses.length === 1 };
}
