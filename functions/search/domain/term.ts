import { type Field, normaliseForSearch, toE164, withoutInvisible } from '../../crm-tables/index.ts';
import { cutValue } from './entries-of.ts';
import { digitsIn } from './telephone-digits.ts';
import { cutWord, wordsOf } from './words.ts';

/** Shorter beginnings would match too many customers: such a word matches as a whole. */
const SHORTEST_BEGINNING = 3;
/** Fewer last digits of a number would match too many customers. */
const FEWEST_LAST_DIGITS = 7;

interface InFields {
  /** Codes of the fields, one of which has to match. */
  readonly fields: ReadonlySet<string>;
}

/** A word; unless `isWhole`, words that begin with it match, too. */
export interface WordTerm extends InFields {
  readonly kind: 'word';
  readonly word: string;
  readonly isWhole: boolean;
}

/** An e-mail address or its beginning. */
export interface AddressTerm extends InFields {
  readonly kind: 'address';
  readonly address: string;
}

/** A telephone number in any format. */
export interface NumberTerm extends InFields {
  readonly kind: 'number';
  readonly digits: string;
  /** Those of E.164, if the text can be a whole number. */
  readonly whole: string | undefined;
  /** The last digits of a number, if they are enough to find it. */
  readonly last: string | undefined;
}

/** One condition of a search, in the form in which values are indexed. */
export type Term = WordTerm | AddressTerm | NumberTerm;

export function numberTerm(text: string, defaultCountry: string, fields: ReadonlySet<string>): NumberTerm | undefined {
  const digits = digitsIn(text);
  if (digits === undefined) return undefined;
  // A zero before an area code is not in E.164, but one among the last seven digits is.
  const last = [digits.replace(/^0+/, ''), digits].find(({ length }) => length >= FEWEST_LAST_DIGITS);
  return {
    kind: 'number',
    digits,
    whole: toE164(text, defaultCountry)?.slice(1),
    last,
    fields,
  };
}

export function addressTerm(text: string, fields: ReadonlySet<string>): AddressTerm | undefined {
  const address = cutValue(withoutInvisible(text).replace(/\s/g, '').toLowerCase());
  return address.length < SHORTEST_BEGINNING ? undefined : { kind: 'address', address, fields };
}

export const wordTerms = (words: readonly string[], fields: ReadonlySet<string>): WordTerm[] =>
  words.map((word) => ({ kind: 'word', word, isWhole: false, fields }));

/** The terms that a text means for one field; none if no value of the field could match it. */
export function termsOfField(field: Field, text: string, defaultCountry: string): readonly Term[] {
  const fields = new Set([field.code]);
  switch (field.type) {
    case 'telephone':
      return [numberTerm(text, defaultCountry, fields) ?? []].flat();
    case 'email':
      return [addressTerm(text, fields) ?? []].flat();
    case 'number':
    case 'date': {
      // The beginning of a date is none itself.
      const whole = normaliseForSearch(field, text, defaultCountry) ?? text.trim().toLowerCase();
      return wordTerms([cutWord(whole)], fields);
    }
    default:
      return wordTerms(wordsOf(text), fields);
  }
}

/** Whether the beginning of a word is too short to find customers by it alone. */
export const isShort = ({ word }: WordTerm): boolean => [...word].length < SHORTEST_BEGINNING;

/** Makes short words match as a whole where no other term tells the customers apart. */
export function withWholeWords(terms: readonly Term[]): readonly Term[] {
  if (terms.some((term) => term.kind !== 'word' || !isShort(term))) return terms;
  return terms.map((term) => (term.kind === 'word' ? { ...term, isWhole: true } : term));
}
