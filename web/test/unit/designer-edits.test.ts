import { describe, expect, test } from '@jest/globals';
import { SEARCHABLE_TYPES as SEARCHABLE_BY_API } from '../../../functions/crm-tables/domain/searchable-types.ts';
import { STANDARD_FIELDS, VIP_FIELD } from '../../../functions/crm-tables/domain/standard-fields.ts';
import { designOf, inputOf } from '../../src/crm-tables/designer/draft-model.ts';
import {
  addFields,
  mayHave,
  moveFields,
  placeFields,
  removeFields,
  SEARCHABLE_TYPES,
  showUnseen,
  toggleFlag,
  updateField,
} from '../../src/crm-tables/designer/field-edits-model.ts';
import { missingStandardFields } from '../../src/crm-tables/designer/standard-fields.ts';
import {
  addTab,
  moveTab,
  newTabId,
  placeTab,
  removeTab,
  renameTab,
} from '../../src/crm-tables/designer/tab-edits-model.ts';
import { DESIGN, field, outline } from './support/design.ts';

const keys = (...list: string[]) => new Set(list);

describe('fields', () => {
  test('a new field stands after the field at which it was added, or at the end of its tab', () => {
    expect(outline(addFields(DESIGN, [field('new', 'a')], 'P008'))).toBe('a: P008 new P021 P022, b: P023');
    expect(outline(addFields(DESIGN, [field('new', 'a')]))).toBe('a: P008 P021 P022 new, b: P023');
  });

  test('a field moves within its tab, and from the end of a tab into the next', () => {
    expect(outline(moveFields(DESIGN, keys('P021'), 1))).toBe('a: P008 P022 P021, b: P023');
    expect(outline(moveFields(DESIGN, keys('P022'), 1))).toBe('a: P008 P021, b: P022 P023');
    expect(outline(moveFields(DESIGN, keys('P023'), -1))).toBe('a: P008 P021 P022 P023, b:');
    expect(moveFields(DESIGN, keys('P022'), 1).fields[2]?.tab).toBe('b');
  });

  test('the first and the last field stay at their ends', () => {
    expect(outline(moveFields(DESIGN, keys('P008'), -1))).toBe(outline(DESIGN));
    expect(outline(moveFields(DESIGN, keys('P023'), 1))).toBe(outline(DESIGN));
  });

  test('several fields move as a block', () => {
    expect(outline(moveFields(DESIGN, keys('P021', 'P022'), -1))).toBe('a: P021 P022 P008, b: P023');
    expect(outline(moveFields(DESIGN, keys('P008', 'P021'), -1))).toBe(outline(DESIGN));
    expect(outline(moveFields(DESIGN, keys('P021', 'P022'), 1))).toBe('a: P008, b: P021 P022 P023');
  });

  test('a field is put before another one, or at the end of a tab', () => {
    expect(outline(placeFields(DESIGN, keys('P023'), 'a', 'P021'))).toBe('a: P008 P023 P021 P022, b:');
    expect(outline(placeFields(DESIGN, keys('P008', 'P022'), 'b'))).toBe('a: P021, b: P023 P008 P022');
    expect(placeFields(DESIGN, keys('P021'), 'a', 'P021')).toBe(DESIGN);
  });

  test('fields are removed, except the Customer ID', () => {
    expect(outline(removeFields(DESIGN, keys('P008', 'P022')))).toBe('a: P008 P021, b: P023');
  });

  test('a new type removes settings that it does not have', () => {
    const choices = { ...DESIGN, fields: [field('P021', 'a', { type: 'list', listValues: ['Yes'], maxLength: 100 })] };
    expect(updateField(choices, 'P021', { type: 'email' }).fields[0]).toMatchObject({ listValues: [], maxLength: 254 });
    const strict = field('P021', 'a', { type: 'email', strict: true, maxLength: 60 });
    const searched = { ...DESIGN, fields: [{ ...strict, flags: { ...strict.flags, search: true } }] };
    const url = updateField(searched, 'P021', { type: 'url' }).fields[0];
    expect(url).toMatchObject({ strict: false, maxLength: 60, flags: { search: false, insert: true } });
  });

  test('a flag is set and unset; only some types have Search', () => {
    expect(toggleFlag(DESIGN, 'P021', 'search').fields[1]?.flags.search).toBe(true);
    const notes = updateField(DESIGN, 'P021', { type: 'notes' });
    expect(toggleFlag(notes, 'P021', 'search').fields[1]?.flags.search).toBe(false);
    expect(mayHave(field('x', 'a', { type: 'notes' }), 'result')).toBe(true);
    expect(SEARCHABLE_TYPES).toEqual(SEARCHABLE_BY_API);
  });

  test('fields without a flag get Insert and Modify', () => {
    const flags = { search: false, insert: false, modify: false, result: false };
    const unseen = updateField(DESIGN, 'P021', { flags });
    expect(showUnseen(unseen).fields.map((each) => each.flags)).toEqual(DESIGN.fields.map((each) => each.flags));
  });

  test('the standard fields are those of the API', () => {
    const empty = designOf({
      name: 'T',
      defaultCountry: 'GB',
      tabs: [{ id: 'details', label: 'Details' }],
      fields: [],
    });
    const added = inputOf(addFields(empty, missingStandardFields(empty, 'details'))).fields;
    const [, ...standard] = STANDARD_FIELDS;
    expect(added).toEqual([...standard, VIP_FIELD]);
    const full = designOf({ ...inputOf(empty), fields: [...STANDARD_FIELDS] });
    expect(missingStandardFields(full, 'details').map(({ code }) => code)).toEqual(['P020']);
  });
});

describe('tabs', () => {
  test('a new tab stands after the tab at which it was added, with an id that no other has', () => {
    const id = newTabId(DESIGN);
    expect(outline(addTab(DESIGN, id, 'a'))).toBe('a: P008 P021 P022, tab-3:, b: P023');
    expect(newTabId(addTab(DESIGN, 'tab-4'))).toBe('tab-5');
  });

  test('a tab moves with its fields', () => {
    expect(outline(moveTab(DESIGN, 'b', -1))).toBe('b: P023, a: P008 P021 P022');
    expect(moveTab(DESIGN, 'b', -1).fields[0]?.key).toBe('P023');
    expect(moveTab(DESIGN, 'b', 1)).toBe(DESIGN);
    expect(outline(placeTab(DESIGN, 'b', 'a'))).toBe('b: P023, a: P008 P021 P022');
    expect(placeTab(DESIGN, 'a', 'a')).toBe(DESIGN);
  });

  test('the fields of a removed tab move to its neighbour, and the last tab stays', () => {
    expect(outline(removeTab(DESIGN, 'b'))).toBe('a: P008 P021 P022 P023');
    const one = removeTab(DESIGN, 'a');
    expect(outline(one)).toBe('b: P008 P021 P022 P023');
    expect(removeTab(one, 'b')).toBe(one);
  });

  test('a tab is renamed', () => {
    expect(renameTab(DESIGN, 'b', 'Stay').tabs).toEqual([DESIGN.tabs[0], { id: 'b', label: 'Stay' }]);
  });
});
