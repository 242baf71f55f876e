import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importedBy, propose } from '../../../support/proposed-import.ts';

const SAMPLES = new URL('../../../../samples/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(name, SAMPLES));

/** The country of each sample, and the fields that a person would design for it: code, label and type. */
const EXPECTED: Readonly<Record<string, { country: string; fields: readonly string[] }>> = {
  'VoucherID.csv': {
    country: 'GB',
    fields: [
      ...['P008 Customer ID text', 'P009 Title text', 'P010 First name text', 'P011 Last name text'],
      ...['P012 Phone telephone', 'P013 Mobile telephone', 'P014 Address line 1 text', 'P015 Address line 2 text'],
      ...['P016 Address line 3 text', 'P017 Address line 4 text', 'P018 Postcode text', 'P019 E-mail email'],
    ],
  },
  'Memberships.csv': {
    country: 'GB',
    fields: [
      ...['P008 Member no text', 'P009 Title text', 'P010 First name text', 'P011 Surname text'],
      ...['P013 Mobile no. telephone', 'P019 Email address email', 'P018 Post code text', 'P021 Date of birth date'],
      ...['P022 Tier list', 'P023 Newsletter yes-no', 'P024 Balance currency', 'P025 Interests multi-list'],
      ...['P026 Last contact date-time', 'P027 Notes notes'],
    ],
  },
  'Kundenliste.csv': {
    country: 'DE',
    fields: [
      ...['P008 Kundennummer text', 'P010 Vorname text', 'P011 Nachname text', 'P012 Telefon telephone'],
      ...['P013 Mobiltelefon telephone', 'P018 PLZ text', 'P021 Geburtsdatum text', 'P022 Bemerkung notes'],
    ],
  },
};

test('every sample is tested', () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.csv'));
  expect(new Set(files)).toEqual(new Set(Object.keys(EXPECTED)));
});

describe.each(Object.entries(EXPECTED))('the table proposed from %s', (name, { country, fields }) => {
  test('has the fields that a person would design, in the order of the columns', async () => {
    const { draft, options, mapping } = await propose(sample(name), { country });
    expect(draft.fields.map(({ code, label, type }) => `${code} ${label} ${type}`)).toEqual(fields);
    expect({ options, mapping }).toEqual({ options: {}, mapping: [] });
  });

  test('accepts every record', async () => {
    const proposal = await propose(sample(name), { country });
    const records = await importedBy(sample(name), proposal);
    expect(records.length).toBeGreaterThan(20);
    expect(records.filter(({ unreadable, problems }) => unreadable || problems.length > 0)).toEqual([]);
  });
});

test("the manual's example gets a postcode field with room, and its telephone numbers that are none are named", async () => {
  const { draft, columns } = await propose(sample('VoucherID.csv'));
  expect(draft.fields[10]).toMatchObject({ code: 'P018', maxLength: 20 });
  expect(columns[5]).toMatchObject({
    contradictingCount: 2,
    contradicting: [
      { line: 1, value: '001 234 4444' },
      { line: 20, value: '001 234 3333' },
    ],
  });
});

test('the customer list of a spreadsheet is warned of, column by column', async () => {
  const { warnings } = await propose(sample('Kundenliste.csv'), { country: 'DE' });
  expect(warnings.map(({ code, column }) => [column, code])).toEqual([
    [undefined, 'encoding.doubtful'],
    [4, 'value.lost-zero'],
    [5, 'value.scientific'],
    [6, 'value.lost-zero'],
    [7, 'value.other-date-form'],
    [8, 'value.cut-off'],
  ]);
  expect(warnings[2]?.examples).toEqual([{ line: 5, value: '4,91713E+11' }]);
  expect(warnings[3]?.examples?.map(({ value }) => value)).toEqual(['1067', '4109', '6108']);
});
