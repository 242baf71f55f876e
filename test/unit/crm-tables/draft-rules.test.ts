import { describe, expect, test } from '@jest/globals';
import { completeDraft } from '../../../functions/crm-tables/domain/complete-draft.ts';
import { type Draft, type FieldInput, firstDraft } from '../../../functions/crm-tables/domain/draft.ts';
import { draftViolations } from '../../../functions/crm-tables/domain/draft-rules.ts';
import type { Field } from '../../../functions/crm-tables/domain/field.ts';
import { assignCodes } from '../../../functions/crm-tables/domain/field-codes.ts';

const draft = firstDraft({ name: 'Vouchers', defaultCountry: 'GB' });

function field(over: Partial<Field>): Field {
  return {
    code: 'P021',
    label: 'Extra',
    type: 'text',
    maxLength: 10,
    required: false,
    listValues: [],
    strict: false,
    flags: { search: false, insert: true, modify: true, result: false },
    tab: 'details',
    ...over,
  };
}

const found = (changed: Draft) => draftViolations(changed).map(({ pointer, code }) => `${pointer} ${code}`);
const withFields = (...extra: Field[]): Draft => ({ ...draft, fields: [...draft.fields, ...extra] });
const withCustomerId = (over: Partial<Field>): Draft => ({
  ...draft,
  fields: draft.fields.map((each) => (each.code === 'P008' ? { ...each, ...over } : each)),
});

describe('a draft', () => {
  test('of the standard fields has no violation', () => {
    expect(draftViolations(draft)).toEqual([]);
  });

  test.each<[string, Draft, string[]]>([
    ['a code twice', withFields(field({ code: 'P018' })), ['/fields/12/code field.code-twice']],
    [
      'a label twice',
      withFields(field({ label: 'post CODE' }), field({ code: 'P022', label: ' postcode' })),
      ['/fields/13/label field.label-twice'],
    ],
    ['a label that is another code', withFields(field({ label: 'p018' })), ['/fields/12/label field.label-is-code']],
    ['a label that is its own code', withFields(field({ label: 'P021' })), []],
    [
      'a code out of range',
      withFields(field({ code: 'P085' }), field({ code: 'P007', label: 'b' })),
      ['/fields/12/code field.code-unknown', '/fields/13/code field.code-unknown'],
    ],
    ['an unknown tab', withFields(field({ tab: 'x' })), ['/fields/12/tab field.tab-unknown']],
    [
      'a list without choices',
      withFields(field({ type: 'list' })),
      ['/fields/12/listValues field.list-values-missing'],
    ],
    [
      'choices of a text',
      withFields(field({ listValues: ['a'] })),
      ['/fields/12/listValues field.list-values-not-allowed'],
    ],
    [
      'choices twice or unfit',
      withFields(field({ type: 'multi-list', listValues: ['a', 'a', ' b', 'c;d', 'x'.repeat(11)] })),
      [
        '/fields/12/listValues/1 field.list-value-twice',
        '/fields/12/listValues/2 field.list-value-invalid',
        '/fields/12/listValues/3 field.list-value-invalid',
        '/fields/12/listValues/4 field.list-value-invalid',
      ],
    ],
    ['a semicolon in a list', withFields(field({ type: 'list', listValues: ['c;d'] })), []],
    [
      'Search on a type without index',
      withFields(field({ type: 'notes', flags: { search: true, insert: true, modify: true, result: true } })),
      ['/fields/12/flags/search field.not-searchable'],
    ],
    ['strict on a text', withFields(field({ strict: true })), ['/fields/12/strict field.strict-not-allowed']],
    ['no Customer ID', { ...draft, fields: draft.fields.slice(1) }, ['/fields field.customer-id']],
    ['a Customer ID of another type', withCustomerId({ type: 'number' }), ['/fields/0/type field.customer-id']],
    ['a Customer ID that may be blank', withCustomerId({ required: false }), ['/fields/0/required field.customer-id']],
    ['a Customer ID too long', withCustomerId({ maxLength: 257 }), ['/fields/0/maxLength field.customer-id']],
    [
      'tabs twice',
      { ...draft, tabs: [...draft.tabs, { id: 'details', label: 'customer details' }] },
      ['/tabs/1/id tab.id-twice', '/tabs/1/label tab.label-twice'],
    ],
    ['an unknown country', { ...draft, defaultCountry: 'XX' }, ['/defaultCountry crm-table.country-unknown']],
    [
      'more than an item holds',
      withFields(
        ...Array.from({ length: 10 }, (_, index) =>
          field({
            code: `P0${index + 21}`,
            label: `L${index}`,
            type: 'list',
            maxLength: 200,
            listValues: Array.from({ length: 500 }, (__, value) => `${value}`.padEnd(100, 'x')),
          }),
        ),
      ),
      ['/fields crm-table.too-large'],
    ],
  ])('with %s', (_, changed, expected) => {
    expect(found(changed)).toEqual(expected);
  });
});

describe('field codes', () => {
  const inputs = (count: number): FieldInput[] =>
    Array.from({ length: count }, (_, index) => ({ ...field({ label: `Extra ${index}` }), code: undefined }));

  test('are the lowest custom ones that are neither taken nor were ever published', () => {
    expect(assignCodes([...inputs(3), field({ code: 'P022' })], ['P021', 'P023'])).toEqual([
      'P024',
      'P025',
      'P026',
      'P022',
    ]);
  });

  test('are enough for 64 custom fields and no more', () => {
    const full = { ...draft, fields: [...draft.fields, ...inputs(64)] };
    expect(completeDraft(full, []).fields.at(-1)?.code).toBe('P084');
    const over = { ...draft, fields: [...draft.fields, ...inputs(65)] };
    expect(() => completeDraft(over, [])).toThrow(
      expect.objectContaining({
        violations: [expect.objectContaining({ pointer: '/fields/76', code: 'field.no-code-left' })],
      }),
    );
  });
});
