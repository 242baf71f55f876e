import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { withoutInvisible } from './invisible.ts';
import { isTelephoneCountry } from './telephone-countries.ts';
import { planOfCountry, planOfInternational, type TelephonePlan } from './telephone-plan.ts';

/** Digits and the usual punctuation: no letters, no extension, nothing that the library interprets. */
const ORDINARY = /^\+?[0-9 ().\-/]{4,40}$/;
const PUNCTUATION = /[ ().\-/]+/g;

/** The number after a national prefix (the `0` of `020 7946 0018`), if its length decides it. */
function nationalNumber(plan: TelephonePlan, digits: string): string | undefined {
  const prefix = plan.nationalPrefix?.exec(digits)?.[0] ?? '';
  const national = digits.slice(prefix.length);
  if (!plan.sureLengths.has(national.length)) return undefined;
  // Digits that are already a whole number keep a beginning that looks like a prefix.
  const prefixBelongs = prefix !== '' && plan.pattern.test(digits) && !plan.pattern.test(national);
  return prefixBelongs ? undefined : national;
}

/** Parses a national number in its country's usual form. */
function readNational(digits: string, country: string): string | undefined {
  const plan = planOfCountry(country);
  if (!plan || digits.startsWith(plan.callingCode)) return undefined;
  const abroad = plan.abroadPrefix.exec(digits)?.[0];
  if (abroad !== undefined) return readInternational(digits.slice(abroad.length));
  const national = nationalNumber(plan, digits);
  return national && `+${plan.callingCode}${national}`;
}

function readInternational(digits: string): string | undefined {
  const plan = planOfInternational(digits);
  const national = plan && nationalNumber(plan, digits.slice(plan.callingCode.length));
  return national && `+${plan.callingCode}${national}`;
}

/**
 * The library's result for ordinary numbers, many times faster: the library takes some 20 microseconds a number, and an
 * import has millions. Undefined means that the library has to parse the number. The unit test compares the two for
 * every country.
 */
function readOrdinary(value: string, defaultCountry: string): string | undefined {
  if (!ORDINARY.test(value)) return undefined;
  const digits = value.replace(PUNCTUATION, '');
  return digits.startsWith('+') ? readInternational(digits.slice(1)) : readNational(digits, defaultCountry);
}

/**
 * Whether a number without a leading zero has probably lost it: with the zero it can be a number, and without it it is
 * the same number or none. In Italy the zero belongs to numbers of the fixed network, and mobile numbers have none.
 */
export function hasLostZero(value: string, defaultCountry: string): boolean {
  const withZero = toE164(`0${value}`, defaultCountry);
  if (withZero === undefined || !isTelephoneCountry(defaultCountry)) return false;
  const asWritten = parsePhoneNumberFromString(value, { defaultCountry, extract: false });
  return !asWritten?.isValid() || asWritten.number === withZero;
}

/** The library's own result; exported for the test that compares the two. */
export function toE164ByLibrary(value: string, defaultCountry: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(value, { defaultCountry, extract: false });
  return parsed?.isPossible() ? parsed.number : undefined;
}

/**
 * A telephone number as E.164 (`+442079460018`), or undefined when it cannot be a number. The country's lengths decide,
 * not its ranges in use: a new range must not cause warnings.
 * @throws Error when the country is unknown
 */
export function toE164(value: string, defaultCountry: string): string | undefined {
  if (!isTelephoneCountry(defaultCountry)) throw new Error(`No telephone numbers can be read for ${defaultCountry}`);
  const ordinary = readOrdinary(value, defaultCountry);
  if (ordinary !== undefined) return ordinary;
  const visible = withoutInvisible(value);
  const read = visible === value ? undefined : readOrdinary(visible, defaultCountry);
  return read ?? toE164ByLibrary(visible, defaultCountry);
}
