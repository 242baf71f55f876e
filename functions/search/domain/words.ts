import { normaliseText } from '../../crm-tables/index.ts';

/** Longer words are found by their beginning. */
const LONGEST_WORD = 60;
/** Words of one value that a search finds: a longer text would have thousands of entries. */
const MOST_WORDS = 50;

const APOSTROPHES = /['’‘ʼ]/g;
/** A number, a date or a range of house numbers stays whole. */
const WHOLE = /^-?\d+(?:[.-]\d+)*$/;
const DECIMAL = /^-?\d+\.\d+$/;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** The two halves of a postcode of the United Kingdom or of Canada. */
const POSTCODES = [
  [/^[a-z]{1,2}\d[a-z\d]?$/, /^\d[a-z]{2}$/],
  [/^[a-z]\d[a-z]$/, /^\d[a-z]\d$/],
] as const;

const isPostcode = (first: string, second: string): boolean =>
  POSTCODES.some(([start, end]) => start.test(first) && end.test(second));

export function cutWord(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  return [...word.slice(0, 2 * LONGEST_WORD)].slice(0, LONGEST_WORD).join('');
}

function wordsOfPart(part: string): readonly string[] {
  if (DECIMAL.test(part)) return [part.replace(/\.?0+$/, '')];
  if (WHOLE.test(part)) return [part];
  return part.split(BETWEEN_WORDS).filter((word) => word !== '');
}

/** Both halves of a postcode as one word: it is typed with and without a blank. */
function withWholePostcodes(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && isPostcode(before, word)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/**
 * The distinct words of a text, folded. The same function reads a stored value and what a person types, so that the one finds
 * the other.
 */
export function wordsOf(text: string): readonly string[] {
  // Compatibility forms (℡) fold to capitals.
  const folded = normaliseText(text).toLowerCase().replace(APOSTROPHES, '');
  const words = withWholePostcodes(folded.split(' ').flatMap(wordsOfPart));
  return [...new Set(words.map(cutWord))].slice(0, MOST_WORDS);
}
