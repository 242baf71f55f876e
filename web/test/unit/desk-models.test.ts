import { describe, expect, test } from '@jest/globals';
import { customerAddress, placeOf } from '../../src/customers/desk/address.ts';
import { changesOf, isDraft, isSameBeginning } from '../../src/customers/desk/draft-model.ts';
import { formError, formValues, rulesOf, warningTexts } from '../../src/customers/desk/form-values.ts';
import { openingTab } from '../../src/customers/desk/tab-model.ts';
import { groupsOf, nameOf, placedColumns } from '../../src/customers/fields-model.ts';
import { ApiError } from '../../src/shared/api/api-error.ts';
import { field, NO_FLAGS } from './support/customer-fields.ts';

const TABLE = { accountPrefix: 'BRI', prefix: 'VOUCIM' };

describe('an address of the desk', () => {
  test.each(['VOUCIM_1', 'A/B', '100%', 'ÄÖ 1', 'new', '?q=1#x'])('holds the Customer ID %s', (customerId) => {
    const path = new URL(customerAddress(TABLE, customerId), 'http://console').pathname;
    expect(placeOf(path)).toEqual({ ...TABLE, view: 'customer', customerId });
  });

  test.each([
    ['/desk/BRI/VOUCIM', { ...TABLE, view: 'search' }],
    ['/desk/BRI/VOUCIM/', { ...TABLE, view: 'search' }],
    ['/desk/BRI/VOUCIM/new', { ...TABLE, view: 'new' }],
    ['/desk/BRI', undefined],
    ['/desk/BRI/VOUCIM/nothing', undefined],
    ['/desk/BRI/VOUCIM/customers/%E0%A4%A', undefined],
  ])('%s is read', (path, expected) => {
    expect(placeOf(path)).toEqual(expected);
  });
});

const LAST_NAME = field('P011', 'Last name', { flags: { ...NO_FLAGS, result: true } });
const FIELDS = [
  field('P008', 'Customer ID', { required: true, flags: { ...NO_FLAGS, result: true } }),
  LAST_NAME,
  field('P012', 'Phone', { type: 'telephone', maxLength: 50 }),
  field('P018', 'Postcode', { maxLength: 8, required: true }),
];

test('a customer is named by the first two texts of the list of matches', () => {
  expect(nameOf(FIELDS, { P008: 'A1', P011: 'Lee', P018: 'YO1' })).toBe('Lee');
  const first = field('P010', 'First name', { flags: { ...NO_FLAGS, result: true } });
  expect(nameOf([first, ...FIELDS], { P010: 'Amelia', P011: 'Lee' })).toBe('Amelia Lee');
  expect(nameOf(FIELDS, { P008: 'A1' })).toBe('');
});

test('a form opens with a tab of fields, and not with that of the Customer ID alone', () => {
  const tabs = ['id', 'details', 'more'].map((id) => ({ id, label: id }));
  const id = field('P008', 'Customer ID', { tab: 'id' });
  const groups = groupsOf(tabs, [id, LAST_NAME, field('P018', 'Postcode', { tab: 'more' })]);
  expect(openingTab(groups, 'more')).toBe('more');
  expect(openingTab(groups, 'desk.history')).toBe('details');
  expect(openingTab(groups, undefined)).toBe('details');
  expect(openingTab(groupsOf(tabs, [id]), undefined)).toBe('id');
});

test('a narrow window shows the first two columns before the fields by which a customer was found', () => {
  expect(placedColumns(FIELDS, true)).toEqual({ before: FIELDS.slice(0, 2), after: FIELDS.slice(2) });
  expect(placedColumns(FIELDS, false)).toEqual({ before: [], after: FIELDS });
});

describe('the form of a customer', () => {
  const base = formValues(FIELDS, { P011: 'Lee', P018: 'far too long' });

  test('has a value for each of its fields and no other', () => {
    expect(formValues([LAST_NAME], { P011: 'Lee', P099: 'x' })).toEqual({ P011: 'Lee' });
    expect(base).toEqual({ P008: '', P011: 'Lee', P012: '', P018: 'far too long' });
  });

  test('checks as an import does, but leaves values that stay, and a Customer ID that the table gives', () => {
    const rules = rulesOf(FIELDS, base, 'GB');
    expect(rules.P018?.('far too long', base)).toBeUndefined();
    expect(rules.P018?.('much too long', base)).toMatch('too long');
    expect(rules.P018?.('', base)).toMatch('required');
    expect(rules.P012?.('ask', base)).toBeUndefined();
    expect(rulesOf(FIELDS, undefined, 'GB').P008?.('', base)).toBeUndefined();
  });

  test('says a warning of the API in the words of the import', () => {
    const values = { P012: 'ask' };
    expect(warningTexts([{ field: 'P012', code: 'value.unparsed-telephone' }], FIELDS, values, 'GB')).toEqual([
      'Phone (ask) is not a telephone number.',
    ]);
    expect(warningTexts([{ field: 'P011', code: 'value.new' }], FIELDS, values, 'GB')).toEqual([
      'Last name: value.new',
    ]);
  });

  test('has the faults that the API reports at its fields, and the others in the message', () => {
    const fault = (pointer: string) => ({ pointer, code: 'x', detail: `about ${pointer}` });
    const violations = [fault('/values/P011'), fault('/customerId'), fault('/values/P021')];
    const error = formError(new ApiError(400, 'Some values.', { code: 'customer.invalid', violations }), FIELDS);
    expect(error).toHaveProperty('message', 'Some values. about /values/P021');
    expect(error).toMatchObject({ violations: [{ pointer: '/P011' }, { pointer: '/P008' }, { pointer: '/P021' }] });
    const offline = new ApiError(0, 'No connection.');
    expect(formError(offline, FIELDS)).toBe(offline);
  });
});

describe('a draft', () => {
  test('holds what differs from the beginning, also a value that was cleared', () => {
    expect(changesOf({ P011: 'Lee', P018: 'YO1' }, { P011: 'Lee', P018: '', P012: '' })).toEqual({ P018: '' });
  });

  test('goes on in a form that began with the same values', () => {
    expect(isSameBeginning({ P011: 'Lee', P012: '' }, { P011: 'Lee' })).toBe(true);
    expect(isSameBeginning({ P011: 'Lee' }, { P011: 'Falk' })).toBe(false);
    expect(isSameBeginning({}, { P011: 'Falk' })).toBe(false);
  });

  test.each([
    [{ base: {}, typed: { P011: 'x' } }, true],
    [{ base: {}, typed: {}, etag: '"1"' }, true],
    [{ base: {}, typed: { P011: 1 } }, false],
    [{ typed: {} }, false],
    [{ base: {}, typed: {}, etag: 1 }, false],
  ])('%j is one: %j', (value, expected) => {
    expect(isDraft(value)).toBe(expected);
  });
});
