import { describe, expect, test } from '@jest/globals';
import { textField, voucim } from '../../../support/published-table.ts';
import { lines, preview, TABLE, warned } from './preview-of.ts';

const inCountry = (defaultCountry: string) => voucim({ defaultCountry });
const withNote = voucim({ fields: [...TABLE.fields, textField('P021', { label: 'Note', maxLength: 300 })] });

const warnings = async (column: string, values: readonly string[], table = TABLE) => {
  const rows = values.map((value, at) => `C${at},"${value}"`);
  return (await preview(lines(`Customer ID,${column}`, ...rows), { table })).warnings.map(
    ({ code, column: position, examples }) => ({ code, position, examples }),
  );
};

describe('values in scientific notation', () => {
  test('are named with their lines, in a field of any type', async () => {
    expect(await warnings('Note', ['fine', '4.41E+11', '4,42E+11'], withNote)).toEqual([
      {
        code: 'value.scientific',
        position: 2,
        examples: [
          { line: 3, value: '4.41E+11' },
          { line: 4, value: '4,42E+11' },
        ],
      },
    ]);
  });

  test.each(['3E12', 'E+11', '4.41', '1E5 West', '12.3E+4'])('are not %s', async (value) => {
    expect(await warnings('Note', [value], withNote)).toEqual([]);
  });
});

describe('lost leading zeros', () => {
  test.each([
    ['a country whose postcodes have five digits', ['01067', '4109', '891'], 'DE', ['4109', '891']],
    ['ZIP+4', ['02138-1001', '2139-1001'], 'US', ['2139-1001']],
    ['a country without a number, by most of the values', ['10115', '20095', '80331', '6108'], 'GB', ['6108']],
  ])('of postcodes are named: %s', async (_, values, country, lost) => {
    const found = (await warnings('Postcode', values, inCountry(country))).filter(
      ({ code }) => code === 'value.lost-zero',
    );
    expect(found.map(({ examples }) => examples?.map(({ value }) => value))).toEqual([lost]);
  });

  test.each([
    ['the mobile network of Germany, whose zero is a prefix', '17612345678', 'DE'],
    ['the fixed network of Italy, whose zero belongs to the number', '612345678', 'IT'],
    ['the fixed network of Great Britain', '1632960200', 'GB'],
  ])('of telephone numbers are named: %s', async (_, value, country) => {
    const found = await warnings('Phone', [value], inCountry(country));
    expect(found).toMatchObject([{ code: 'value.lost-zero', examples: [{ value }] }]);
  });

  test.each([
    ['mobile numbers of Italy', 'Mobile', ['3471234567', '3331234567'], 'IT'],
    ['numbers of Spain, which have no zero', 'Phone', ['612345678'], 'ES'],
    ['postcodes of the right length', 'Postcode', ['01067', '80331'], 'DE'],
    ['postcodes with letters', 'Postcode', ['YO1 7HH', 'BA1 1UN'], 'GB'],
    ['postcodes without a usual length', 'Postcode', ['1067', '80331'], 'GB'],
    ['telephone numbers with a country code', 'Phone', ['+441632960200'], 'GB'],
    ['telephone numbers of a country without a leading zero', 'Phone', ['2025550123'], 'US'],
  ])('are not found in %s', async (_, column, values, country) => {
    expect(await warnings(column, values, inCountry(country))).toEqual([]);
  });
});

describe('text that was cut off at 255 characters', () => {
  const long = (length: number) => 'é'.repeat(length);

  test('is named, shortened, if no value is longer', async () => {
    const found = await warnings('Note', [long(255), long(30)], withNote);
    expect(found).toEqual([{ code: 'value.cut-off', position: 2, examples: [{ line: 2, value: `${long(60)}…` }] }]);
  });

  test.each([
    ['there are longer values', [long(255), long(256)]],
    ['all values are shorter', [long(254)]],
  ])('is not suspected if %s', async (_, values) => {
    expect(await warnings('Note', values, withNote)).toEqual([]);
  });
});

test('a warning has at most five examples, each value once', async () => {
  const values = ['4.41E+11', ...Array.from({ length: 9 }, (_, at) => `4.4${at}E+11`)];
  const [warning] = warned(
    await preview(lines('Customer ID,Phone', ...values.map((value, at) => `C${at},${value}`))),
    'value.scientific',
  );
  expect(warning).toMatchObject({
    detail: expect.stringContaining('10 of 10 values'),
    examples: [{ line: 2 }, { line: 3 }, { line: 5 }, { line: 6 }, { line: 7 }],
  });
});
