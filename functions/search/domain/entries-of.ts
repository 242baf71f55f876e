import { type Field, isIndexed, normaliseForSearch, type PublishedTable } from '../../crm-tables/index.ts';
import { contextOf, contextParts, type FieldWord } from './context.ts';
import type { Entry } from './entry.ts';
import { reversed, telephoneDigits } from './telephone-digits.ts';
import { cutWord, wordsOf } from './words.ts';

/** The bytes of a value in a key. A longer address is found by its beginning. */
const VALUE_BYTES = 500;

/** Cuts a text to a number of UTF-8 bytes, between two code points. */
export function cutValue(text: string): string {
  if (text.length * 3 <= VALUE_BYTES || Buffer.byteLength(text) <= VALUE_BYTES) return text;
  const cut = Buffer.from(text).subarray(0, VALUE_BYTES);
  // In stream mode the decoder leaves out an incomplete last code point.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(cut, { stream: true });
}

/** Values by field code. */
export type CustomerValues = Readonly<Record<string, string | undefined>>;

/** The fields of a table that have entries. */
export const searchableFields = ({ fields }: Pick<PublishedTable, 'fields'>): readonly Field[] =>
  fields.filter(isIndexed);

/** The words by which a value of a field is found; none for a telephone number or an address. */
export function wordsOfValue(field: Field, value: string, defaultCountry: string): readonly string[] {
  switch (field.type) {
    case 'text':
      return wordsOf(value);
    case 'number':
    case 'date': {
      const whole = normaliseForSearch(field, value, defaultCountry);
      return whole === undefined ? [] : [cutWord(whole)];
    }
    default:
      return [];
  }
}

/** The entry value of a telephone number or an address; undefined for another type, and where there is none. */
export function contactOfValue(field: Field, value: string, defaultCountry: string): string | undefined {
  if (field.type === 'telephone') {
    const digits = telephoneDigits(value, defaultCountry);
    return digits === undefined ? undefined : reversed(digits);
  }
  const address = field.type === 'email' ? normaliseForSearch(field, value, defaultCountry) : undefined;
  return address === undefined ? undefined : cutValue(address);
}

/** The entries of a customer. The same values always give the same entries, in the same order. */
export function entriesOf(
  table: Pick<PublishedTable, 'fields' | 'defaultCountry'>,
  customerId: string,
  values: CustomerValues,
): Entry[] {
  const entries: Entry[] = [];
  const words: FieldWord[] = [];
  for (const field of searchableFields(table)) {
    const value = values[field.code];
    if (value === undefined || value === '') continue;
    for (const word of wordsOfValue(field, value, table.defaultCountry)) words.push({ field: field.code, word });
    const contact = contactOfValue(field, value, table.defaultCountry);
    const space = field.type === 'telephone' ? 'TEL' : 'MAIL';
    if (contact !== undefined) entries.push({ space, value: contact, context: '', customerId, field: field.code });
  }
  const parts = contextParts(words);
  for (const [index, { field, word }] of words.entries())
    entries.push({ space: 'W', value: word, context: contextOf(parts, index), customerId, field });
  return entries;
}
