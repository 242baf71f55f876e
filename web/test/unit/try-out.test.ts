import { describe, expect, test } from '@jest/globals';
import {
  checkCustomer,
  type Draft,
  findCustomers,
  matchOf,
  nextCustomerId,
  prefilled,
  searchFields,
  type TrialCustomer,
  unreadableFields,
} from '../../src/crm-tables/try-out/desk-model.ts';
import { AS_DETECTED, takeRecords } from '../../src/crm-tables/try-out/records-model.ts';
import { seenFields } from '../../src/customers/fields-model.ts';
import { field, NO_FLAGS } from './support/customer-fields.ts';

const DRAFT: Draft = {
  name: 'Members',
  defaultCountry: 'GB',
  tabs: [{ id: 'details', label: 'Details' }],
  fields: [
    field('P008', 'Customer ID', { required: true, flags: { ...NO_FLAGS, insert: true, result: true } }),
    field('P011', 'Last name', { flags: { ...NO_FLAGS, search: true, insert: true } }),
    field('P012', 'Phone', { type: 'telephone', maxLength: 50, flags: { ...NO_FLAGS, search: true } }),
    field('P019', 'E-mail', { type: 'email', maxLength: 254, flags: { ...NO_FLAGS, search: true } }),
    field('P021', 'Tier', { type: 'list', listValues: ['Gold'], flags: { ...NO_FLAGS, modify: true } }),
    field('P022', 'Secret'),
  ],
};

const customer = (customerId: string, values: Record<string, string>): TrialCustomer => ({
  customerId,
  values: { P008: customerId, ...values },
});

const AMELIA = customer('A1', { P011: "O'Neil van Dyke", P012: '020 7946 0018', P019: 'Amelia@example.com' });
const BOB = customer('A2', { P011: 'Neilson', P012: '020 7946 0019' });
const ids = (typed: Record<string, string>) =>
  findCustomers(DRAFT, typed, [AMELIA, BOB]).map(({ customerId }) => customerId);

describe('a search', () => {
  test.each([
    ['the beginnings of words in any order, without case and accents', { P011: 'DYKE neïl' }, ['A1']],
    ['the beginning of a word in several customers', { P011: 'neil' }, ['A1', 'A2']],
    ['a telephone number in any form', { P012: '+44 (20) 79460018' }, ['A1']],
    ['the last seven digits of a telephone number', { P012: '946 0019' }, ['A2']],
    ['no fewer digits', { P012: '60019' }, []],
    ['an e-mail address without case', { P019: 'amelia@EXAMPLE.com' }, ['A1']],
    ['the exact Customer ID', { P008: 'A2' }, ['A2']],
    ['no other case of a Customer ID', { P008: 'a2' }, []],
    ['all of several values', { P011: 'neil', P012: '020 7946 0019' }, ['A2']],
    ['nothing without a value', { P011: '' }, []],
    ['nothing by a field without the flag Search', { P021: 'Gold' }, []],
  ] as const)('finds %s', (_, typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  test('names the fields whose value no customer can have', () => {
    expect(unreadableFields(DRAFT, { P019: 'amelia', P012: '946 0019' }).map(({ code }) => code)).toEqual(['P019']);
  });
});

test('the flags decide what agents see', () => {
  expect(searchFields(DRAFT).map(({ code }) => code)).toEqual(['P008', 'P011', 'P012', 'P019']);
  expect(seenFields(DRAFT).map(({ code }) => code)).not.toContain('P022');
  expect(prefilled(DRAFT, { P011: 'Lee', P012: '1' })).toEqual({ P011: 'Lee' });
});

test('the list of matches names the fields that were searched, and VIPs', () => {
  const vip = customer('A3', { P011: 'Lee', P020: 'Yes' });
  expect(matchOf(DRAFT, { P011: 'lee', P012: '', P021: 'Gold' }, vip)).toMatchObject({
    isVip: true,
    matched: [{ field: 'P011', label: 'Last name', how: 'whole' }],
  });
  expect(matchOf(DRAFT, {}, AMELIA)).toMatchObject({ customerId: 'A1', isVip: false, matched: [] });
});

describe('a customer is checked as an import checks it', () => {
  test.each([
    [{}, { P008: 'value.required' }],
    [{ P008: 'A1' }, { P008: 'customer.exists' }],
    [{ P008: 'A9', P011: 'x'.repeat(21) }, { P011: 'value.too-long' }],
    [{ P008: 'A9', P021: 'Silver' }, { P021: 'value.not-in-list' }],
    [{ P008: 'A9', P021: 'Gold' }, {}],
  ] as const)('%j has the problems %j', (values, expected) => {
    const { problems } = checkCustomer(DRAFT, values, [AMELIA]);
    expect(Object.fromEntries(Object.entries(problems).map(([code, found]) => [code, found.code]))).toEqual(expected);
  });

  test('a telephone number that cannot be read causes a warning with the text of the import', () => {
    const { problems, warnings } = checkCustomer(DRAFT, { P008: 'A9', P012: 'ask' }, []);
    expect({ problems, warnings }).toEqual({
      problems: {},
      warnings: [{ code: 'value.unparsed-telephone', reason: 'Phone (ask) is not a telephone number.' }],
    });
  });
});

describe('the records of a file', () => {
  const columns = (...names: readonly string[]) =>
    names.map((name, at) => ({
      ...{ position: at + 1, name, field: null, contradictingCount: 0, contradicting: [], dateForms: [], samples: [] },
    }));

  test('find their fields by label or code; those that an import rejects are named', () => {
    const rows = [
      ['A3', 'Lee', 'Gold', 'x'],
      ['A3', 'Falk', '', ''],
      ['A4', 'Ode', 'Tin', ''],
    ];
    const file = { header: true, columns: columns('customer  ID', 'P011', 'Tier', 'Shoe size'), rows };
    const taken = takeRecords(DRAFT, 'MEMBER', file, AS_DETECTED, [AMELIA]);
    expect(taken.customers).toEqual([customer('A3', { P011: 'Lee', P021: 'Gold' })]);
    expect(taken.rejected).toEqual([
      { record: 2, reason: 'A customer has this Customer ID already.' },
      { record: 3, reason: 'Tier (Tin) is not in the list.' },
    ]);
    expect(taken.unknown).toEqual(['Shoe size']);
  });

  test('are read by the options and the mapping of a definition', () => {
    const draft = { ...DRAFT, fields: [...DRAFT.fields, field('P023', 'Joined', { type: 'date' })] };
    const file = {
      header: true,
      columns: columns('No', 'Since', 'Name', 'Tier', 'Last name'),
      rows: [
        ['A3', '31/12/2025', '="Lee"', '-', 'x'],
        ['A4', 'soon', 'Ode', 'g', 'y'],
      ],
    };
    const mapping = [
      { column: 1, field: 'P008' },
      { column: 'since ', field: 'P023', dateForm: 'day-first' as const },
      { column: 'Name', field: 'P011' },
      { column: 'Tier', field: 'P021', values: { '-': { clear: true as const }, g: 'Gold' }, default: 'Gold' },
      { column: 'Last name', field: null },
    ];
    const taken = takeRecords(draft, 'MEMBER', file, { options: { unwrapFormulas: true }, mapping }, []);
    expect(taken).toEqual({
      customers: [customer('A3', { P011: 'Lee', P023: '2025-12-31' })],
      rejected: [{ record: 2, reason: 'Joined (soon) is not a date (YYYY-MM-DD).' }],
      unknown: [],
    });
  });

  test('go by the order of the fields without a header row, and without the Customer ID if the file has none', () => {
    const five = [['Lee', '', '', 'Gold', 'x']];
    const names = ['', '', '', '', ''];
    const file = { header: false, columns: columns(...names), rows: five };
    const none = { options: { customerId: 'none' as const }, mapping: [] };
    const { customers } = takeRecords(DRAFT, 'MEMBER', file, none, []);
    expect(customers).toEqual([customer('MEMBER_1', { P011: 'Lee', P021: 'Gold', P022: 'x' })]);
    expect(takeRecords(DRAFT, 'MEMBER', file, AS_DETECTED, []).unknown).toHaveLength(5);
  });

  test('get Customer IDs if the file has none', () => {
    const file = { header: true, columns: columns('Last name'), rows: [['Lee'], ['Falk']] };
    const { customers } = takeRecords(DRAFT, 'MEMBER', file, AS_DETECTED, [customer('MEMBER_2', {})]);
    expect(customers.map(({ customerId }) => customerId)).toEqual(['MEMBER_3', 'MEMBER_4']);
    expect(nextCustomerId('MEMBER', [])).toBe('MEMBER_1');
  });
});
