import metadata from 'libphonenumber-js/min/metadata';
import * as z from 'zod';

/** What the library knows of a country, as far as it is used here. */
interface CountryRecord {
  readonly callingCode: string;
  /** The prefix for calls abroad, a pattern. */
  readonly abroadPrefix: string;
  /** National numbers, a pattern. */
  readonly pattern: string;
  readonly lengths: readonly number[];
  /** A pattern. */
  readonly nationalPrefix: string | undefined;
}

/**
 * Reads the library's own records. A country's begins with calling code, prefix for calls abroad, pattern of national
 * numbers and their lengths; the sixth is the national prefix, the eighth its pattern. 0 or nothing stands for "none".
 * `version` guards the layout.
 */
function readMetadata() {
  const pattern = z.string().optional().catch(undefined);
  const country = z.tuple([z.string(), z.string(), z.string(), z.array(z.int())], z.unknown()).transform(
    (record): CountryRecord => ({
      callingCode: record[0],
      abroadPrefix: record[1],
      pattern: record[2],
      lengths: record[3],
      nationalPrefix: pattern.parse(record[7]) ?? pattern.parse(record[5]),
    }),
  );
  const schema = z.object({
    version: z.literal(4),
    country_calling_codes: z.record(z.string(), z.array(z.string()).min(1)),
    countries: z.record(z.string(), country),
  });
  const { country_calling_codes: countriesByCode, countries } = schema.parse(metadata);
  return { countriesByCode, countries };
}

let known: ReturnType<typeof readMetadata> | undefined;

/** Read when first asked for: a function that meets no telephone number does not pay for it. */
function knowledge() {
  known ??= readMetadata();
  return known;
}

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
  const { countriesByCode, countries } = knowledge();
  const own = countries[country];
  if (!own) return undefined;
  // A group captures a carrier code or an area code, which the library moves about: left to the library.
  if (/\((?!\?:)/.test(own.nationalPrefix ?? '')) return undefined;
  const shared = (countriesByCode[own.callingCode] ?? []).map((each) => countries[each]?.lengths ?? []);
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
  const { countriesByCode } = knowledge();
  for (let length = 1; length <= LONGEST_CALLING_CODE; length += 1) {
    const [mainCountry] = countriesByCode[digits.slice(0, length)] ?? [];
    if (mainCountry !== undefined) return planOfCountry(mainCountry);
  }
  return undefined;
}
