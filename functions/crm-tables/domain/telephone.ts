import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';

const COUNTRIES: ReadonlySet<string> = new Set(getCountries());

/** Whether telephone numbers without a country code can be read as this country's (ISO 3166 alpha-2, upper case). */
export function isTelephoneCountry(country: string): country is CountryCode {
  return COUNTRIES.has(country);
}

/**
 * A telephone number as E.164 (`+442079460018`), or undefined when it cannot be one.
 * "Cannot" goes by the country's lengths, not by its ranges in use: new ranges must not become warnings.
 */
export function toE164(value: string, defaultCountry: string): string | undefined {
  const options = isTelephoneCountry(defaultCountry) ? { defaultCountry, extract: false } : { extract: false };
  const parsed = parsePhoneNumberFromString(value, options);
  return parsed?.isPossible() ? parsed.number : undefined;
}
