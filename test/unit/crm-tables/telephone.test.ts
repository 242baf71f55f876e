import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/min';
import { toE164, toE164ByLibrary } from '../../../functions/crm-tables/domain/telephone.ts';
import { isTelephoneCountry } from '../../../functions/crm-tables/domain/telephone-countries.ts';
import { planOfCountry } from '../../../functions/crm-tables/domain/telephone-plan.ts';

const digits = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789+ ().-/x#,;ext~'), maxLength: 30 }) },
);

/** Numbers as people type them: with and without `+`, calling code, national prefix and punctuation. */
const typed = fc
  .record({
    country: fc.constantFrom(...getCountries()),
    digits,
    start: fc.constantFrom('', '', '+', '0', '00', '1', '8', 'code', '+code', '00code', '+code0'),
    at: fc.nat(20),
    mark: fc.constantFrom('', ' ', '-', '(', ')', '.', '/', '  '),
  })
  .map((sample) => {
    const code = planOfCountry(sample.country)?.callingCode ?? '44';
    const plain = sample.start.replace('code', code) + sample.digits;
    return { country: sample.country, value: plain.slice(0, sample.at) + sample.mark + plain.slice(sample.at) };
  });

describe('telephone numbers', () => {
  test('the quick way answers what the library answers, for every country', () => {
    fc.assert(
      fc.property(typed, ({ country, value }) => {
        expect(toE164(value, country)).toBe(toE164ByLibrary(value, country));
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['0044 20 7946 0018', 'GB', '+442079460018'],
    ['011 44 20 7946 0018', 'US', '+442079460018'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['212-555-0123', 'GB', '+442125550123'],
    ['07700 900123', 'GB', '+447700900123'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['030 12345678', 'DE', '+493012345678'],
    ['+39 06 698 12345', 'GB', '+390669812345'],
    ['011 15-1234-5678', 'AR', '+5491112345678'],
    ['123', 'GB', undefined],
    ['n/a', 'GB', undefined],
    ['4.41E+11', 'GB', undefined],
    ['', 'GB', undefined],
  ])('%s in %s is %s', (value, country, expected) => {
    expect(toE164(value, country)).toBe(expected);
  });

  test("the countries listed are the library's", () => {
    expect(getCountries().filter((country) => !isTelephoneCountry(country))).toEqual([]);
    for (const country of ['XX', 'gb', '', 'GBR', 'UK']) expect(isTelephoneCountry(country)).toBe(false);
  });

  test('an unknown country is a defect, not an invalid number', () => {
    expect(() => toE164('020 7946 0018', 'XX')).toThrow('XX');
  });
});
