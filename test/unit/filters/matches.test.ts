import { describe, expect, test } from '@jest/globals';
import type { Field, FieldType } from '../../../functions/crm-tables/index.ts';
import type { Conditions, Operator } from '../../../functions/filters/domain/filter.ts';
import { filterViolations } from '../../../functions/filters/domain/filter-rules.ts';
import { matches } from '../../../functions/filters/domain/matches.ts';

const TYPES: readonly FieldType[] = [
  ...(['text', 'number', 'date', 'time', 'date-time', 'yes-no', 'list', 'multi-list'] as const),
  ...(['telephone', 'email', 'url', 'currency', 'notes'] as const),
];
const FLAGS = { search: false, insert: true, modify: true, result: true };
const fieldOf = (code: string, type: FieldType): Field => ({
  ...{ code, label: code, type, maxLength: 100, required: false, listValues: [], strict: false, flags: FLAGS },
  tab: 'details',
});
const codeOf = (type: FieldType) => `P1${String(TYPES.indexOf(type)).padStart(2, '0')}`;
const TABLE = {
  prefix: 'VOUCIM',
  defaultCountry: 'GB',
  fields: [fieldOf('P008', 'text'), ...TYPES.map((type) => fieldOf(codeOf(type), type))],
};

const condition = (field: string, operator: Operator, value?: string) => ({
  ...{ field, operator },
  ...(value !== undefined && { value }),
});

function holds(type: FieldType, stored: string, operator: Operator, value?: string): boolean {
  const all: Conditions = [{ any: [condition(codeOf(type), operator, value)] }];
  expect(filterViolations(TABLE, TABLE.fields, all)).toEqual([]);
  return matches(TABLE, all, { customerId: 'VOUCIM_1', values: { [codeOf(type)]: stored } });
}

describe('a condition holds', () => {
  test.each<[FieldType, string, Operator, string]>([
    ['text', 'Zoë  MÜLLER', 'is', 'zoe muller'],
    ['text', 'Straße 5', 'begins', 'STRASSE'],
    ['text', 'Upper Mill Lane', 'contains', 'mill'],
    ['text', 'Mill', 'is-not', 'Hill'],
    ['notes', 'Calls\nback', 'contains', 'calls back'],
    ['email', 'Ann@Example.com', 'is', 'ann@example.COM'],
    ['telephone', '020 7946 0123', 'is', '+44 (20) 7946-0123'],
    ['telephone', '+442079460123', 'begins', '020 79'],
    ['telephone', '020 7946 0123', 'begins', '+44 20'],
    ['telephone', '020 7946 0123', 'begins', '0044 20'],
    ['telephone', '+44 20 7946 0123', 'contains', '7946 01'],
    ['number', '10.50', 'is', '10.5'],
    ['number', '9', 'before', '10'],
    ['currency', '100.00', 'after', '99.99'],
    ['date', '2026-01-31', 'before', '2026-02-01'],
    ['date', '2026-02-01', 'after', '2026-01-31'],
    ['time', '08:30:00', 'is', '08:30'],
    ['time', '08:30', 'before', '09:00'],
    ['date-time', '2026-01-31T08:30:00Z', 'is', '2026-01-31'],
    ['date-time', '2026-01-31 08:30', 'after', '2026-01-30'],
    ['date-time', '2026-01-31T00:30:00+02:00', 'before', '2026-01-31'],
    ['yes-no', 'TRUE', 'is', 'yes'],
    ['list', 'North', 'is', 'north'],
    ['multi-list', 'Tea; Coffee', 'is', 'coffee;tea'],
    ['multi-list', 'Tea; Coffee', 'contains', 'tea'],
    ['url', 'https://example.com/a', 'begins', 'HTTPS://example.com'],
  ])('%s %j %s %j', (type, stored, operator, value) => {
    expect(holds(type, stored, operator, value)).toBe(true);
  });
});

describe('a condition does not hold', () => {
  test.each<[FieldType, string, Operator, string]>([
    ['text', 'Mill', 'begins', 'ill'],
    ['telephone', '020 7946 0123', 'is', '020 7946 0124'],
    ['telephone', '0161 496 0123', 'begins', '020'],
    ['number', '10', 'before', '9'],
    ['number', 'ten', 'after', '1'],
    ['date', '2026-01-31', 'before', '2026-01-31'],
    ['date-time', '2026-01-31T23:59:59Z', 'after', '2026-01-31'],
    ['yes-no', 'N', 'is', 'yes'],
    ['multi-list', 'Tea; Coffee', 'contains', 'cof'],
  ])('%s %j %s %j', (type, stored, operator, value) => {
    expect(holds(type, stored, operator, value)).toBe(false);
  });
});

describe('a blank value', () => {
  test.each<[Operator, string | undefined, boolean]>([
    ['empty', undefined, true],
    ['is-not', 'Mill', true],
    ['not-empty', undefined, false],
    ['is', 'Mill', false],
    ['contains', 'i', false],
  ])('%s: %j', (operator, value, expected) => {
    expect(holds('text', '', operator, value)).toBe(expected);
  });
});

test('every group has to hold, and of each group one condition', () => {
  const all: Conditions = [
    { any: [condition('P100', 'is', 'Mill'), condition('P100', 'is', 'Hill')] },
    { any: [condition('P008', 'begins', 'voucim_1')] },
  ];
  const of = (customerId: string, name: string) => matches(TABLE, all, { customerId, values: { P100: name } });
  expect([of('VOUCIM_12', 'hill'), of('VOUCIM_2', 'hill'), of('VOUCIM_12', 'Dale')]).toEqual([true, false, false]);
});

describe('conditions are rejected', () => {
  test.each([
    [condition('P999', 'is', 'x'), 'filter.field-unknown', 'field'],
    [condition(codeOf('list'), 'before', 'x'), 'filter.operator-unfit', 'operator'],
    [condition(codeOf('text'), 'is'), 'filter.value-missing', 'value'],
    [condition(codeOf('text'), 'empty', 'x'), 'filter.value-needless', 'value'],
    [condition(codeOf('date'), 'before', '31.1.2026'), 'filter.value-unfit', 'value'],
    [condition(codeOf('date'), 'before', '2026-02-31'), 'filter.value-unfit', 'value'],
    [condition(codeOf('telephone'), 'contains', '0'), 'filter.value-unfit', 'value'],
  ])('%j: %s', (given, code, at) => {
    const found = filterViolations(TABLE, TABLE.fields, [{ any: [condition('P100', 'is', 'x'), given] }]);
    expect(found).toMatchObject([{ code, pointer: `/all/0/any/1/${at}` }]);
  });

  test('a field that the caller does not see is one that does not exist', () => {
    const seen = TABLE.fields.filter(({ code }) => code !== 'P100');
    expect(filterViolations(TABLE, seen, [{ any: [condition('P100', 'is', 'x')] }])).toMatchObject([
      { code: 'filter.field-unknown' },
    ]);
  });
});
