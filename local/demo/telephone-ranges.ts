/**
 * Telephone numbers that no subscriber has, because the regulator of the country reserves them for fiction:
 * Ofcom (United Kingdom, "Telephone numbers for use in TV and radio drama programmes"), the North American Numbering
 * Plan (555-0100 to 555-0199 in every area code), Arcep (France, decision 2018-0881, numbers for audiovisual works).
 * `#` stands for a digit.
 */
export interface TelephoneRange {
  /** As people of the country write it; undefined where nobody outside of it would. */
  readonly national?: string;
  readonly international: string;
}

/** @param national with the leading zero of the country */
const range = (countryCode: string, national: string): TelephoneRange => ({
  national,
  international: `+${countryCode} ${national.slice(1)}`,
});

export const british = (national: string): TelephoneRange => range('44', national);
export const french = (national: string): TelephoneRange => range('33', national);

/** Every area code has the same hundred numbers. The customers are called from Britain, so that all have `+1`. */
export const northAmerican = (...areaCodes: readonly string[]): TelephoneRange[] =>
  areaCodes.map((code) => ({ international: `+1 ${code} 555 01##` }));

export const BRITISH_MOBILES = [british('07700 900###')];
export const FRENCH_MOBILES = [french('06 39 98 ## ##')];
