import type { Field, PublishedTable } from '../../crm-tables/index.ts';
import { partsOf } from './mixed-text.ts';
import { addressTerm, numberTerm, type Term, withWholeWords, wordTerms } from './term.ts';
import { wordsOf } from './words.ts';

/**
 * Ways to read what a person has typed, best first; each is a list of terms, all of which have to match. The first one that
 * finds a customer gives the answer.
 */
export type Query = ReadonlyArray<readonly Term[]>;

/** A text of digits and the punctuation of telephone numbers. */
const LIKE_A_NUMBER = /^[+(\d][\d\s().\-/+]*$/;

const WORD_TYPES = ['text', 'number', 'date'] as const;

const codesOf = (fields: readonly Field[], types: readonly Field['type'][]): ReadonlySet<string> =>
  new Set(fields.filter(({ type }) => types.includes(type)).map(({ code }) => code));

/** The terms of a text of several kinds: "smith 020 7946 0018". Undefined if it is of one kind, or a part fits no field. */
function mixedTerms(text: string, fields: readonly Field[], defaultCountry: string): readonly Term[] | undefined {
  const parts = partsOf(text);
  if (parts.numbers.length + parts.addresses.length === 0 || (parts.words === '' && parts.isOne)) return undefined;
  const terms = [
    ...parts.numbers.map((number) => numberTerm(number, defaultCountry, codesOf(fields, ['telephone']))),
    ...parts.addresses.map((address) => addressTerm(address, codesOf(fields, ['email']))),
    ...wordTerms(wordsOf(parts.words), codesOf(fields, WORD_TYPES)),
  ];
  const usable = terms.flatMap((term) => (term && term.fields.size > 0 ? [term] : []));
  return usable.length === terms.length ? usable : undefined;
}

/** The readings of a text in the one box: a telephone number, a text of several kinds, an e-mail address, words. */
function readingsOf(text: string, fields: readonly Field[], defaultCountry: string): Query {
  const readings: (readonly Term[])[] = [];
  const telephones = codesOf(fields, ['telephone']);
  const addresses = codesOf(fields, ['email']);
  const number = LIKE_A_NUMBER.test(text) ? numberTerm(text, defaultCountry, telephones) : undefined;
  const address = text.includes('@') ? addressTerm(text, addresses) : undefined;
  if (number && telephones.size > 0) readings.push([number]);
  const mixed = number ? undefined : mixedTerms(text, fields, defaultCountry);
  if (mixed) readings.push(mixed);
  if (address && addresses.size > 0) readings.push([address]);
  const words = wordTerms(wordsOf(text), codesOf(fields, WORD_TYPES));
  if (words.some((term) => term.fields.size > 0)) readings.push(words);
  return readings;
}

/**
 * The query of a text and of conditions on fields.
 * @param fields the searchable fields that the caller sees
 * @param conditions terms of fields, all of which have to match
 */
export function queryOf(
  { defaultCountry }: Pick<PublishedTable, 'defaultCountry'>,
  fields: readonly Field[],
  text: string | undefined,
  conditions: readonly Term[],
): Query {
  const readings = text === undefined ? [[]] : readingsOf(text, fields, defaultCountry);
  return readings.map((terms) => withWholeWords([...conditions, ...terms])).filter((terms) => terms.length > 0);
}
