import { describe, expect, test } from '@jest/globals';
import type { Definition } from '../../../functions/definitions/domain/definition.ts';
import { definitionViolations } from '../../../functions/definitions/domain/fit-table.ts';
import { warningsOf } from '../../../functions/definitions/domain/table-changes.ts';
import type { Mapping, OptionChoices } from '../../../functions/definitions/index.ts';
import { textField, voucim } from '../../support/published-table.ts';

const [customerId] = voucim().fields;
const field = (label: string, more: Parameters<typeof textField>[1] = {}) => textField('P021', { label, ...more });
const table = (version: number, ...fields: ReturnType<typeof textField>[]) =>
  voucim({ version, fields: customerId ? [customerId, ...fields] : fields });

function definition(mapping: Mapping, options: OptionChoices = {}): Definition {
  return {
    ...{ definitionId: 'd1', prefix: 'VOUCIM', name: 'Daily', options, mapping, isDefault: false, version: 1 },
    ...{ tableVersion: 1, createdAt: '2026-11-22T10:00:00.000Z', updatedAt: '2026-11-22T10:00:00.000Z' },
  };
}

const before = table(1, field('Colour'));

describe('what a newly published CRM table means for a definition', () => {
  test.each([
    ['nothing, for the same version', [], {}, table(1, field('Other')), []],
    [
      'nothing, where only Search has changed',
      [{ column: 'x', field: 'P021' }],
      {},
      table(2, field('Colour', { flags: { search: true, insert: true, modify: true, result: true } })),
      [],
    ],
    ['a field that is mapped is gone', [{ column: 'x', field: 'P021' }], {}, table(2), ['field.removed']],
    ['nothing, where a field that it does not name is gone', [], {}, table(2), []],
    ['a strict field is gone', [], { strictFields: ['P021'] }, table(2), ['field.removed']],
    [
      'a mapped field has another type',
      [{ column: 1, field: 'P021' }],
      {},
      table(2, field('Colour', { type: 'date' })),
      ['field.type-changed'],
    ],
    ['a column that was found by its label no longer is', [], {}, table(2, field('Hue')), ['field.renamed']],
    [
      'a column is mapped by what the field was called',
      [{ column: 'COLOUR', field: 'P021' }],
      {},
      table(2, field('Hue')),
      ['field.renamed'],
    ],
    ['nothing, where the label has only another case', [], {}, table(2, field('COLOUR')), []],
    [
      'nothing, where a column of another name is mapped',
      [{ column: 'x', field: 'P021' }],
      {},
      table(2, field('Hue')),
      [],
    ],
    ['nothing, where columns go by position', [{ column: 1, field: 'P021' }], {}, table(2, field('Hue')), []],
    [
      'nothing, where there is no header row',
      [{ column: 1, field: 'P008' }],
      { header: false },
      table(2, field('Hue')),
      [],
    ],
    [
      'a field is required that nothing feeds',
      [],
      { header: false },
      table(2, field('Colour', { required: true })),
      ['field.newly-required'],
    ],
    [
      'nothing, where what is required is fed',
      [{ column: 1, field: 'P021' }],
      {},
      table(2, field('Colour', { required: true })),
      [],
    ],
  ] as const)('%s', (_, mapping, options, now, expected) => {
    const found = warningsOf(definition([...mapping], options as OptionChoices), before, now);
    expect(found.map(({ code }) => code)).toEqual(expected);
    for (const warning of found)
      expect(warning).toMatchObject({ field: 'P021', detail: expect.stringContaining('P021') });
  });
});

test.each<[string, ReturnType<typeof table>, string[]]>([
  ['nothing, where its fields still fit', table(1, field('Day', { type: 'date' })), []],
  ['a field is gone', table(1), ['field.removed']],
  ['a field whose dates it reads is no date', table(1, field('Day')), ['field.type-changed']],
  ['the same before the first publication', table(0, field('Day')), ['field.type-changed']],
])('what the fields of now mean for a definition that was saved for the draft: %s', (_, now, expected) => {
  const saved = { ...definition([{ column: 'Joined', field: 'P021', dateForm: 'day-first' }]), tableVersion: 0 };
  expect(warningsOf(saved, undefined, now).map(({ code }) => code)).toEqual(expected);
});

describe('a definition that fits its CRM table', () => {
  test.each<[string, Mapping, OptionChoices]>([
    [
      'ignores columns, as many as it likes',
      [
        { column: 'a', field: null },
        { column: 'b', field: null },
      ],
      {},
    ],
    ['names strict telephone and e-mail fields', [], { strictFields: ['P021'] }],
    ['maps the Customer ID from a column of any name', [{ column: 'No.', field: 'P008' }], {}],
    ['maps by position without a header row', [{ column: 2, field: 'P021', values: { Y: 'yes' } }], { header: false }],
  ])('%s', (_, mapping, options) => {
    expect(definitionViolations({ mapping, options }, table(1, field('Mail', { type: 'email' })))).toEqual([]);
  });
});

test.each([
  ['date', []],
  ['text', ['/mapping/0/dateForm']],
] as const)('a date form of a field of the type %s violates %j', (type, pointers) => {
  const mapping = [{ column: 'x', field: 'P021', dateForm: 'day-first' as const }];
  const found = definitionViolations({ options: {}, mapping }, table(1, field('Day', { type })));
  expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
});

test.each([
  ['its label has changed', 'Hue', 'text', ['field.renamed']],
  ['its type has changed', 'Colour', 'date', ['field.type-changed']],
  ['nothing has changed', 'Colour', 'text', []],
] as const)('a definition for a draft knows the fields of that draft: %s', (_, label, type, expected) => {
  const draftFields = [{ code: 'P021', label: 'Colour', type: 'text' as const, required: false }];
  const saved = { ...definition([{ column: 'Colour', field: 'P021' }]), tableVersion: 0, draftFields };
  const found = warningsOf(saved, { version: 0, fields: draftFields }, table(0, field(label, { type })));
  expect(found.map(({ code }) => code)).toEqual(expected);
});
