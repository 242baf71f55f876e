import type { LocatedValue } from './value-examples.ts';

/** The number of digits in the postcodes of countries whose postcodes may begin with a zero. */
const DIGITS: Readonly<Record<string, number>> = {
  AU: 4,
  CN: 6,
  DE: 5,
  DZ: 5,
  EE: 5,
  ES: 5,
  FI: 5,
  FR: 5,
  HR: 5,
  IT: 5,
  JP: 7,
  KR: 5,
  LT: 5,
  MX: 5,
  MY: 5,
  NO: 4,
  RO: 6,
  SG: 6,
  TR: 5,
  UA: 5,
  US: 5,
};

/** A postcode of digits alone, also `2138-1001` of the United States. */
const NUMERIC = /^([1-9]\d{1,6})(?:-\d{4})?$/;
const ALL_DIGITS = /^\d{4,7}(?:-\d{4})?$/;
/** More zeros than these begin no postcode that is in use. */
const MOST_ZEROS = 2;

const digitCount = (value: string): number => value.split('-', 1).join('').length;

/**
 * The postcodes with too few digits: fewer than the country's have, or, for a country without a number, than those of
 * most of the column's values have.
 */
export function lostPostcodeZeros(values: readonly LocatedValue[], country: string): LocatedValue[] {
  const expected = DIGITS[country] ?? usualCount(values);
  if (expected === undefined) return [];
  return values.filter(({ value }) => {
    const missing = expected - digitCount(value);
    return NUMERIC.test(value) && missing > 0 && missing <= MOST_ZEROS;
  });
}

function usualCount(values: readonly LocatedValue[]): number | undefined {
  const byCount = Map.groupBy(
    values.filter(({ value }) => ALL_DIGITS.test(value)),
    ({ value }) => digitCount(value),
  );
  const [usual] = [...byCount].sort(([, a], [, b]) => b.length - a.length);
  return usual && usual[1].length * 2 > values.length ? usual[0] : undefined;
}
