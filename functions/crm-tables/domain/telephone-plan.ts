import metadata from 'libphonenumber-js/min/metadata';
import * as z from 'zod';

/**
 * The start of the library's record of a country: calling code, prefix for calls abroad, pattern of national numbers,
 * their lengths, formats, national prefix, its formatting rule, the national prefix as a pattern.
 * 0 or nothing stands for "none". `version` guards the layout.
 */
const CountrySchema = z
  .tuple([z.string(), z.string(), z.string(), z.array(z.int())], z.unknown())
  .transform((record) => ({ record, prefix: z.string().optional().catch(undefined) }))
  .transform(({ record, prefix }) => ({
    callingCode: record[0],
    abroadPrefix: record[1],
    pattern: record[2],
    lengths: record[3],
    nationalPrefix: prefix.parse(record[7]) ?? prefix.parse(record[5]),
  }));

const MetadataSchema = z.object({
  version: z.literal(4),
  country_calling_codes: z.record(z.string(), z.array(z.string()).min(1)),
  countries: z.record(z.string(), z.unknown()),
});

const { country_calling_codes: countriesByCode, countries } = MetadataSchema.parse(metadata);

/** How the national numbers of a country are read, as far as that can be said in a few regular expressions. */
export interface TelephonePlan {
  readonly callingCode: string;
  /** Matches at the start of a number dialled abroad (`00`). */
  readonly abroadPrefix: RegExp;
  /** Matches at the start of a national number what does not belong to it (`0`); undefined where there is none. */
  readonly nationalPrefix: RegExp | undefined;
  readonly pattern: RegExp;
  /** Lengths that are possible in every country that shares the calling code. */
  readonly sureLengths: ReadonlySet<number>;
}

function buildPlan(country: string): TelephonePlan | undefined {
  const own = CountrySchema.parse(countries[country]);
  // A group captures a carrier code or an area code, which the library moves about: left to the library.
  if (/\((?!\?:)/.test(own.nationalPrefix ?? '')) return undefined;
  const shared = (countriesByCode[own.callingCode] ?? []).map((each) => CountrySchema.parse(countries[each]).lengths);
  return {
    callingCode: own.callingCode,
    abroadPrefix: new RegExp(`^(?:${own.abroadPrefix})`),
    nationalPrefix: own.nationalPrefix === undefined ? undefined : new RegExp(`^(?:${own.nationalPrefix})`),
    pattern: new RegExp(`^(?:${own.pattern})$`),
    sureLengths: new Set(own.lengths.filter((length) => shared.every((lengths) => lengths.includes(length)))),
  };
}

/** Built when first asked for; there are at most as many as countries. */
const plans = new Map<string, TelephonePlan | undefined>();

/** The plan of a country that the library knows, or undefined where it is too intricate to be told so. */
export function planOfCountry(country: string): TelephonePlan | undefined {
  if (!plans.has(country)) plans.set(country, buildPlan(country));
  return plans.get(country);
}

const LONGEST_CALLING_CODE = 3;

/** The plan that a number after `+` belongs to. No calling code is the start of another. */
export function planOfInternational(digits: string): TelephonePlan | undefined {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length += 1) {
    const [mainCountry] = countriesByCode[digits.slice(0, length)] ?? [];
    if (mainCountry !== undefined) return planOfCountry(mainCountry);
  }
  return undefined;
}
