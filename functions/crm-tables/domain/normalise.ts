import type { Field } from './field.ts';
import { withoutInvisible } from './invisible.ts';
import { toE164 } from './telephone.ts';
import { isDate, isEmail, isNumber } from './value-formats.ts';

const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** Letters that Unicode does not decompose into a base letter and an accent. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

function foldLetters(value: string): string {
  return value
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[ßæœøłđðþħı]/g, (letter) => FOLDED[letter] ?? letter);
}

/** Lower case, without accents and format characters, every run of white space one space, none at the ends. */
export function normaliseText(value: string): string {
  const folded = PLAIN_ASCII.test(value) ? value.toLowerCase() : foldLetters(value);
  return folded.replace(/\s+/g, ' ').trim();
}

/** One form for each number: `-007.50` is `-7.5`, `-0` is `0`. */
function canonicalNumber(value: string): string {
  const [, sign, whole, fraction] = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/.exec(value) ?? [];
  const magnitude = (whole === '' ? '0' : (whole ?? '')) + (fraction ? `.${fraction}` : '');
  return magnitude === '0' ? '0' : `${sign}${magnitude}`;
}

const normaliseEmail = (value: string) => (isEmail(value) ? value.toLowerCase() : undefined);
const normaliseNumber = (value: string) => (isNumber(value) ? canonicalNumber(value) : undefined);
const normaliseDate = (value: string) => (isDate(value) ? value : undefined);

/**
 * A non-blank value as the index stores it, regardless of the field's Search flag; undefined when the type is not
 * searchable or the value does not fit it. A search normalises the typed text with this function, so that it matches
 * the index.
 */
export function normaliseForSearch(field: Field, value: string, defaultCountry: string): string | undefined {
  switch (field.type) {
    case 'telephone':
      return toE164(value, defaultCountry);
    case 'email':
      return normaliseEmail(withoutInvisible(value).trim());
    case 'text':
      return normaliseText(value) || undefined;
    case 'number':
      return normaliseNumber(withoutInvisible(value));
    case 'date':
      return normaliseDate(withoutInvisible(value));
    default:
      return undefined;
  }
}
