import { toE164 } from '../../crm-tables/index.ts';

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 20;
/** A formula of a spreadsheet is no number, whatever digits it has. */
const FORMULA = /^\s*[=@]/;

/** The digits of a value or of a typed text; undefined if they can be no telephone number. */
export function digitsIn(text: string): string | undefined {
  if (FORMULA.test(text)) return undefined;
  const digits = text.replace(/\D+/g, '');
  return digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS ? undefined : digits;
}

/** The digits of a stored number: those of E.164 or, where none can be made, as they are. */
export function telephoneDigits(value: string, defaultCountry: string): string | undefined {
  return toE164(value, defaultCountry)?.slice(1) ?? digitsIn(value);
}

/** The last digit first, so that the end of a number is the beginning of its entry. */
export const reversed = (digits: string): string => [...digits].reverse().join('');
