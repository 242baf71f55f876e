import metadata from 'libphonenumber-js/min/metadata';
import * as z from 'zod';

/** The parts of the library's data about a country that are used here. */
interface CountryRecord {
  readonly callingCode: string;
  /** Pattern of the prefix for calls abroad. */
  readonly abroadPrefix: string;
  /** Pattern of national numbers. */
  readonly pattern: string;
  readonly lengths: readonly number[];
  /** Pattern. */
  readonly nationalPrefix: string | undefined;
}

/**
 * Parses the library's own data. A country's record begins with the calling code, the prefix for calls abroad, the
 * pattern of national numbers and their lengths; the sixth element is the national prefix, the eighth its pattern. 0 or
 * an empty element means "none". `version` detects another layout.
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

/** Parsed at the first use: a function without telephone numbers does not spend the time. */
function knowledge() {
  known ??= readMetadata();
  return known;
}

/** The rules for a country's national numbers, if a few regular expressions can express them. */
export interface TelephonePlan {
  readonly callingCode: string;
  /** Matches the start of a number dialled abroad (`00`). */
  readonly abroadPrefix: RegExp;
  /** Matches the prefix that is not part of a national number (`0`); undefined if there is none. */
  readonly nationalPrefix: RegExp | undefined;
  readonly pattern: RegExp;
  /** Lengths that are possible in every country that shares the calling code. */
  readonly sureLengths: ReadonlySet<number>;
}

function buildPlan(country: string): TelephonePlan | undefined {
  const { countriesByCode, countries } = knowledge();
  const own = countries[country];
  if (!own) return undefined;
  // A group captures a carrier code or an area code, which the library moves: such numbers are left to the library.
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

/** Built at the first use; at most one for each country. */
const plans = new Map<string, TelephonePlan | undefined>();

/** The plan of a country; undefined if the library does not know the country or the rules are too complex. */
export function planOfCountry(country: string): TelephonePlan | undefined {
  if (!plans.has(country)) plans.set(country, buildPlan(country));
  return plans.get(country);
}

const LONGEST_CALLING_CODE = 3;

/** The plan for a number after `+`. No calling code is the prefix of another. */
export function planOfInternational(digits: string): TelephonePlan | undefined {
  const { countriesByCode } = knowledge();
  for (let length = 1; length <= LONGEST_CALLING_CODE; length += 1) {
    const [mainCountry] = countriesByCode[digits.slice(0, length)] ?? [];
    if (mainCountry !== undefined) return planOfCountry(mainCountry);
  }
  return undefined;
}
