import { describe, expect, test } from '@jest/globals';
import { searchedNewAddress } from '../../src/customers/desk/address.ts';
import { deskTable } from '../../src/customers/desk/desk-table.ts';
import { rightsOn } from '../../src/customers/desk/rights-model.ts';
import {
  conditionsOf,
  hitsOf,
  isSearch,
  neighboursOf,
  prefilledOf,
  searchFaults,
  withHit,
} from '../../src/customers/desk/search-model.ts';
import type { Me } from '../../src/shared/session/me.ts';
import { field, NO_FLAGS } from './support/customer-fields.ts';

type Role = Me['roles'][number];
const ALL = { search: true, insert: true, modify: true, result: true };
const PUBLISHED = {
  ...{ prefix: 'VOUCIM', accountPrefix: 'BRI', version: 1, name: 'Vouchers', defaultCountry: 'GB', shardCount: 1 },
  publishedAt: '2026-11-30T00:00:00Z',
  tabs: [{ id: 'details', label: 'Details' }],
  fields: [
    field('P008', 'Customer ID', { required: true, flags: { ...ALL, search: false } }),
    field('P011', 'Last name', { flags: ALL }),
    field('P012', 'Phone', { type: 'telephone', flags: { ...ALL, result: false } }),
    field('P019', 'E-mail', { type: 'email', flags: ALL }),
    field('P020', 'VIP', { type: 'yes-no', flags: { ...NO_FLAGS, result: true } }),
    field('P022', 'Not for agents'),
  ],
};
const role = (changes: Partial<Role>): Role => ({
  ...{ role: 'agent', name: 'Agent', permissions: ['customers.search', 'customers.create', 'customers.update'] },
  ...{ fieldRules: [], accounts: { all: true } },
  ...changes,
});
const tableFor = (...roles: readonly Role[]) => deskTable(PUBLISHED, rightsOn({ roles: [...roles] }, PUBLISHED));
const codes = (fields: readonly { readonly code: string }[]) => fields.map(({ code }) => code).join(' ');
const rules = (hidden: string[], readOnly: string[]) => [{ prefix: 'VOUCIM', hidden, readOnly }];

describe('a table as a user works with it', () => {
  test('has the fields by their flags; the list has the Customer ID and VIP in any case', () => {
    const table = tableFor(role({}));
    expect(codes(table.fields)).toBe('P008 P011 P012 P019 P020');
    expect(codes(table.searchable)).toBe('P011 P012 P019');
    expect(codes(table.columns)).toBe('P011 P019');
    expect(codes(table.insertable)).toBe('P008 P011 P012 P019');
    expect(codes(table.modifiable)).toBe('P011 P012 P019');
    expect([table.maySearch, table.mayDelete]).toEqual([true, false]);
  });

  test('lacks hidden fields, and changes no read-only one', () => {
    const table = tableFor(role({ fieldRules: rules(['P012'], ['P019']) }));
    expect(codes(table.fields)).toBe('P008 P011 P019 P020');
    expect(codes(table.searchable)).toBe('P011 P019');
    expect(codes(table.insertable)).toBe('P008 P011');
    expect(codes(table.modifiable)).toBe('P011');
  });

  test('is decided by the most permissive role for the account, separately for each permission', () => {
    const hiding = role({ fieldRules: rules(['P012'], []) });
    const elsewhere = role({ accounts: { all: false, items: [{ prefix: 'SUN', name: 'Sun' }] } });
    const reading = role({ permissions: ['customers.search'] });
    const deleting = role({ permissions: ['customers.delete'] });
    expect(codes(tableFor(hiding, elsewhere).fields)).not.toContain('P012');
    const table = tableFor(hiding, reading, deleting);
    expect(codes(table.fields)).toContain('P012');
    expect(codes(table.modifiable)).not.toContain('P012');
    expect(table.mayDelete).toBe(true);
    expect(codes(tableFor(reading).insertable)).toBe('');
    expect(tableFor(elsewhere)).toMatchObject({ maySearch: false, searchable: [], insertable: [], modifiable: [] });
  });
});

describe('a search', () => {
  const { searchable } = tableFor(role({}));

  test('sends what was typed, and nothing of a field that is not searchable', () => {
    const fields = { P011: ' lee ', P012: '', P099: 'x' };
    expect(conditionsOf({ text: ' a@b ', fields }, searchable)).toEqual({
      text: 'a@b',
      fields: [{ code: 'P011', value: 'lee' }],
    });
    expect(conditionsOf({ text: ' ', fields: { P011: ' ' } }, searchable)).toBeUndefined();
  });

  test('has the faults that the API reports at the fields of its conditions', () => {
    const conditions = {
      text: 'x',
      fields: [
        { code: 'P011', value: 'le' },
        { code: 'P012', value: '1' },
      ],
    };
    const fault = (pointer: string) => ({ pointer, code: 'x', detail: pointer });
    expect(searchFaults([fault('/fields/1'), fault('/text')], conditions)).toEqual({
      P012: '/fields/1',
      text: '/text',
    });
  });

  const hit = (customerId: string) => ({ prefix: 'VOUCIM', customerId, values: {}, matched: [] });
  const pages = [
    { items: [hit('A1'), hit('A2')], preparing: [], nextCursor: '1' },
    { items: [hit('A2'), hit('A3')], preparing: [] },
  ];

  test('has each match once, with its neighbours', () => {
    const hits = hitsOf(pages);
    expect(hits.map(({ customerId }) => customerId)).toEqual(['A1', 'A2', 'A3']);
    expect(neighboursOf(hits, 'A1')).toEqual({ position: 1, previous: undefined, next: 'A2' });
    expect(neighboursOf(hits, 'A3')).toEqual({ position: 3, previous: 'A2', next: undefined });
    expect(neighboursOf(hits, 'A9')).toBeUndefined();
  });

  test('keeps its order after a change, and loses a deleted customer', () => {
    const changed = withHit(pages, 'A2', (before) => ({ ...before, values: { P011: 'Falk' } }));
    expect(hitsOf(changed).map(({ values }) => values.P011)).toEqual([undefined, 'Falk', undefined]);
    const left = withHit(pages, 'A2', () => undefined);
    expect(hitsOf(left).map(({ customerId }) => customerId)).toEqual(['A1', 'A3']);
    expect(left[0]?.nextCursor).toBe('1');
  });

  test.each([
    [{ id: '1', text: '', fields: { P011: 'x' } }, true],
    [{ id: '1', text: '', fields: {}, opened: 'A1' }, true],
    [{ text: '', fields: {} }, false],
    [{ id: '1', text: '', fields: { P011: 1 } }, false],
    [{ id: '1', text: '', fields: {}, opened: 1 }, false],
  ])('that the tab keeps as %j is one: %j', (value, expected) => {
    expect(isSearch(value)).toBe(expected);
  });
});

describe('a new customer begins with what was searched', () => {
  const table = tableFor(role({ fieldRules: rules([], ['P019']) }));
  test.each([
    ['Falk', {}, { P011: 'Falk' }],
    ['020 7946 0018', {}, { P012: '020 7946 0018' }],
    ['VOUCIM_10001', {}, {}],
    ['YO1 7HH', {}, {}],
    ['ann@example.com', {}, {}],
    ['', { P011: 'Lee', P019: 'ann@example.com', P012: ' ' }, { P011: 'Lee' }],
    ['Falk', { P011: 'Lee' }, { P011: 'Lee' }],
  ])('%j and %j', (text, fields, expected) => {
    const query = new URL(searchedNewAddress(table, 'a b'), 'http://console').search;
    expect(prefilledOf({ id: 'a b', text, fields }, query, table)).toEqual(expected);
  });

  test.each(['', '?search=2'])(
    'and empty at an address with the query %j, which is not that of the search',
    (query) => {
      expect(prefilledOf({ id: '1', text: 'Falk', fields: {} }, query, table)).toEqual({});
      expect(prefilledOf(undefined, query, table)).toEqual({});
    },
  );
});
