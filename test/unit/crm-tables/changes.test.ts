import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareLists } from '../../../functions/crm-tables/domain/changes/compare-lists.ts';
import { describeChanges } from '../../../functions/crm-tables/domain/changes/describe-changes.ts';
import type { CrmTable } from '../../../functions/crm-tables/domain/crm-table.ts';
import { type Draft, firstDraft, structureOf } from '../../../functions/crm-tables/domain/draft.ts';
import type { Field } from '../../../functions/crm-tables/domain/field.ts';
import { prepareVersion } from '../../../functions/crm-tables/domain/prepare-version.ts';

const base: Draft = firstDraft({ name: 'Vouchers', defaultCountry: 'GB' });

function field(over: Partial<Field> = {}): Field {
  return {
    code: 'P021',
    label: 'Extra',
    type: 'text',
    maxLength: 20,
    required: false,
    listValues: [],
    strict: false,
    flags: { search: false, insert: true, modify: true, result: false },
    tab: 'details',
    ...over,
  };
}

const withFields = (...fields: Field[]): Draft => ({ ...base, fields: [...base.fields, ...fields] });

const unpublished: CrmTable = {
  prefix: 'VOUCIM',
  accountPrefix: 'BRI',
  createdAt: '2026-11-22T10:00:00.000Z',
  shardCount: 16,
  publishedVersion: undefined,
  publishedCodes: [],
};

const now = new Date('2026-11-22T10:00:00Z');

/** The changes that a draft makes once each of the drafts before it has been published. */
function changesAfter(published: readonly Draft[], draft: Draft) {
  let table = unpublished;
  let before: ReturnType<typeof prepareVersion>['version'] | undefined;
  for (const each of published) {
    const next = prepareVersion(table, each, now);
    table = next.table;
    before = next.version;
  }
  return describeChanges(table, before, draft);
}

const between = (before: Field | undefined, after: Field | undefined) =>
  changesAfter([withFields(...(before ? [before] : []))], withFields(...(after ? [after] : [])));

const searchable = { search: true, insert: true, modify: true, result: false };

test('the switch of the notes is a property of the structure, absent for off', () => {
  const popping = { ...base, autoPopNotes: true };
  expect(changesAfter([base], popping).properties).toEqual([{ property: 'autoPopNotes', from: false, to: true }]);
  expect(changesAfter([popping], { ...base, autoPopNotes: false }).properties).toHaveLength(1);
  expect(changesAfter([base], { ...base, autoPopNotes: false }).properties).toEqual([]);
  expect([structureOf(popping), structureOf(base)]).toEqual([popping, base]);
});

describe('the consequences for existing customers', () => {
  test.each<[string, Field | undefined, Field | undefined, [code: string, severity: string][]]>([
    ['nothing changed', field(), field(), []],
    ['a field is added', undefined, field(), []],
    ['a searchable field is added', undefined, field({ flags: searchable }), []],
    ['a required field is added', undefined, field({ required: true }), [['field.becomes-required', 'warning']]],
    ['a field is removed', field(), undefined, [['field.removed', 'serious']]],
    ['a label changes', field(), field({ label: 'Other' }), [['field.renamed', 'notice']]],
    ['a field becomes required', field(), field({ required: true }), [['field.becomes-required', 'warning']]],
    ['a field is no longer required', field({ required: true }), field(), []],
    ['a field becomes shorter', field(), field({ maxLength: 19 }), [['field.shortened', 'warning']]],
    ['a field becomes longer', field(), field({ maxLength: 21 }), []],
    ['text becomes a number', field(), field({ type: 'number' }), [['field.type-changed', 'warning']]],
    ['text becomes notes', field(), field({ type: 'notes' }), [['field.type-changed', 'notice']]],
    ['text becomes e-mail', field(), field({ type: 'email' }), [['field.type-changed', 'notice']]],
    [
      'text becomes strict e-mail',
      field(),
      field({ type: 'email', strict: true }),
      [
        ['field.type-changed', 'warning'],
        ['field.becomes-strict', 'warning'],
      ],
    ],
    [
      'a choice is removed',
      field({ type: 'list', listValues: ['a', 'b'] }),
      field({ type: 'list', listValues: ['b', 'c'] }),
      [['field.choices-removed', 'warning']],
    ],
    [
      'choices are added and put in another order',
      field({ type: 'list', listValues: ['a', 'b'] }),
      field({ type: 'list', listValues: ['b', 'a', 'c'] }),
      [],
    ],
    ['a list becomes text', field({ type: 'list', listValues: ['a'] }), field(), [['field.type-changed', 'notice']]],
    ['a field becomes searchable', field(), field({ flags: searchable }), [['field.becomes-searchable', 'notice']]],
    [
      'a field is no longer searchable',
      field({ flags: searchable }),
      field(),
      [['field.no-longer-searchable', 'warning']],
    ],
    ['another flag changes', field(), field({ flags: { ...field().flags, result: true } }), []],
  ])('are listed when %s', (_, before, after, expected) => {
    const { consequences, confirm } = between(before, after);
    expect(consequences.map(({ code, severity }) => [code, severity])).toEqual(expected);
    for (const { field: code, severity, needsConfirmation, detail } of consequences) {
      expect(code).toBe('P021');
      expect(needsConfirmation).toBe(severity !== 'notice');
      expect(detail).toContain('(P021)');
    }
    expect(confirm !== null).toBe(expected.some(([, severity]) => severity !== 'notice'));
  });

  test('are listed when the code of a removed field is used again', () => {
    const old = withFields(field({ flags: searchable }));
    const { consequences } = changesAfter([old, base], withFields(field({ label: 'New', flags: searchable })));
    expect(consequences.map(({ code }) => code)).toEqual(['field.code-used-before', 'field.becomes-searchable']);
  });

  test('name a field whose values are searched as another type', () => {
    const { consequences } = between(field({ flags: searchable }), field({ flags: searchable, type: 'number' }));
    expect(consequences.map(({ code }) => code)).toEqual(['field.type-changed', 'field.becomes-searchable']);
  });

  test('are listed when the country of telephone numbers changes, if there are any', () => {
    const consequencesOf = (draft: Draft) => changesAfter([draft], { ...draft, defaultCountry: 'DE' }).consequences;
    expect(consequencesOf(base)).toMatchObject([{ code: 'crm-table.country-changed', field: null }]);
    const noPhone = { ...base, fields: base.fields.filter(({ type }) => type !== 'telephone') };
    expect(consequencesOf(noPhone)).toEqual([]);
  });

  test('are empty before the first publish, even with required fields', () => {
    expect(changesAfter([], withFields(field({ required: true })))).toMatchObject({ consequences: [], confirm: null });
  });

  test('name the removed choices, and of many the first', () => {
    const listValues = Array.from({ length: 9 }, (_, index) => `choice ${index}`);
    const list = field({ type: 'list', listValues });
    const { consequences } = between(list, { ...list, listValues: ['choice 8'] });
    expect(consequences[0]?.detail).toContain('choice 0, choice 1, choice 2, choice 3, choice 4 and 3 more');
  });
});

describe('what changes', () => {
  test('is listed by property, including flags and choices', () => {
    const before = field({ type: 'list', listValues: ['a', 'b'] });
    const after = field({
      type: 'list',
      label: 'Colour',
      listValues: ['b', 'c'],
      flags: { search: false, insert: false, modify: true, result: true },
    });
    expect(between(before, after).fields.changed).toEqual([
      {
        code: 'P021',
        label: 'Colour',
        properties: [
          { property: 'label', from: 'Extra', to: 'Colour' },
          { property: 'flags.insert', from: true, to: false },
          { property: 'flags.result', from: false, to: true },
        ],
        listValues: { added: ['c'], removed: ['a'] },
      },
    ]);
  });

  test('includes the CRM table itself', () => {
    expect(changesAfter([base], { ...base, name: 'Other' }).properties).toEqual([
      { property: 'name', from: 'Vouchers', to: 'Other' },
    ]);
  });

  test('includes tabs', () => {
    const tab = (id: string, label = id.toUpperCase()) => ({ id, label });
    const before = { ...base, tabs: [tab('a'), tab('b'), tab('c'), tab('d')] };
    const after = { ...base, tabs: [tab('b'), tab('a'), tab('d', 'Dee'), tab('e')] };
    expect(changesAfter([before], after).tabs).toEqual({
      added: [tab('e')],
      removed: [tab('c')],
      renamed: [{ id: 'd', from: 'D', to: 'Dee' }],
      moved: [{ ...tab('a'), from: 1, to: 2 }],
    });
  });

  test('becomes visible or hidden, flag by flag, also with the field', () => {
    const { visibility } = between(field(), field({ code: 'P022', label: 'New' }));
    expect(visibility.map(({ code, flag, becomes }) => `${code} ${flag} ${becomes}`)).toEqual([
      'P021 insert hidden',
      'P021 modify hidden',
      'P022 insert visible',
      'P022 modify visible',
    ]);
  });

  test('needs another token as soon as it differs', () => {
    const removed = changesAfter([withFields(field())], base);
    const renamedToo = changesAfter([withFields(field())], { ...base, name: 'Other' });
    const later = changesAfter([withFields(field()), withFields(field())], base);
    expect(new Set([removed.confirm, renamedToo.confirm, later.confirm]).size).toBe(3);
    expect(changesAfter([withFields(field())], structuredClone(base)).confirm).toBe(removed.confirm);
  });

  test('is nothing for the structure of the published version', () => {
    const { version } = prepareVersion(unpublished, withFields(field({ required: true })), now);
    const { fields, tabs, visibility, consequences } = changesAfter([structureOf(version)], structureOf(version));
    expect([...Object.values(fields), ...Object.values(tabs), visibility, consequences].flat()).toEqual([]);
  });
});

describe('what moved', () => {
  const move = (before: string, after: string) =>
    compareLists([...before], [...after], (letter) => letter).moved.map(({ after: letter }) => letter);

  test.each([
    ['abcd', 'abcd', []],
    ['abcd', 'bcda', ['a']],
    ['abcd', 'dabc', ['d']],
    ['abcd', 'axbyd', []],
    ['abc', 'cba', ['b', 'a']],
  ])('from %s to %s', (before, after, expected) => {
    expect(move(before, after)).toHaveLength(expected.length);
    if (expected.length < 2) expect(move(before, after)).toEqual(expected);
  });

  test('is the smallest set of fields', () => {
    const letters = fc.shuffledSubarray([...'abcdefgh']);
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const { moved, kept, added, removed } = compareLists(before, after, (letter) => letter);
        const gone = new Set(moved.map(({ after: letter }) => letter));
        const staying = kept.map(({ after: letter }) => letter).filter((letter) => !gone.has(letter));
        expect(staying).toEqual(before.filter((letter) => staying.includes(letter)));
        expect([...added, ...kept.map(({ after: letter }) => letter)].sort()).toEqual([...after].sort());
        expect([...removed, ...kept.map(({ before: letter }) => letter)].sort()).toEqual([...before].sort());
      }),
    );
  });
});
