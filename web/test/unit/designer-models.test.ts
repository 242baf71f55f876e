import { describe, expect, test } from '@jest/globals';
import { clippingOf, parseClipping, paste } from '../../src/crm-tables/designer/clipboard-model.ts';
import {
  assignedCodes,
  customFieldsOf,
  designOf,
  isStored,
  withCodes,
} from '../../src/crm-tables/designer/draft-model.ts';
import { addFields, updateField } from '../../src/crm-tables/designer/field-edits-model.ts';
import { cellAfter, choiceOf, chosenAfter, rowAfterRemoval, rowsOf } from '../../src/crm-tables/designer/grid-model.ts';
import { edited, historyOf, mapped, redone, undone } from '../../src/crm-tables/designer/history-model.ts';
import { faultFor, faultsIn, faultsOf } from '../../src/crm-tables/designer/rules-model.ts';
import { DESIGNER } from '../../src/crm-tables/designer/text.ts';
import { DESIGN, field, outline } from './support/design.ts';

const stored = (fields = DESIGN.fields) => ({
  name: DESIGN.name,
  defaultCountry: 'GB',
  tabs: [...DESIGN.tabs],
  fields: fields.map(({ key, code = key, listValues, ...rest }) => ({ ...rest, code, listValues: [...listValues] })),
});

describe('the clipboard', () => {
  const keyMaker = () => {
    let number = 0;
    return () => `pasted-${++number}`;
  };
  const target = { tablePrefix: 'VOUCIM', tab: 'b', after: 'P023' };

  test('survives as text, and rejects text that is no clipping', () => {
    const clipping = clippingOf('VOUCIM', DESIGN, new Set(['P021', 'P008']));
    expect(clipping.fields.map(({ key }) => key)).toEqual(['P021']);
    expect(parseClipping(JSON.stringify(clipping))).toEqual(clipping);
    const broken = { ...clipping, fields: [{ ...clipping.fields[0], type: 'colour' }] };
    for (const text of [null, '{', '[]', '{"tablePrefix":"A","fields":[]}', JSON.stringify(broken)]) {
      expect(parseClipping(text)).toBeUndefined();
    }
  });

  test('a copied field gets a key, a label and no code, since its code is taken', () => {
    const clipping = clippingOf('VOUCIM', DESIGN, new Set(['P021']));
    const { design, pasted } = paste(DESIGN, clipping, target, keyMaker());
    expect(outline(design)).toBe('a: P008 P021 P022, b: P023 pasted-1');
    expect(pasted[0]).toMatchObject({ code: undefined, label: 'Label P021 (2)', tab: 'b' });
  });

  test('a field that was cut keeps its code in its own table only', () => {
    const clipping = clippingOf('VOUCIM', DESIGN, new Set(['P021']));
    const cut = { ...DESIGN, fields: DESIGN.fields.filter(({ key }) => key !== 'P021') };
    expect(paste(cut, clipping, target, keyMaker()).pasted[0]).toMatchObject({ code: 'P021', label: 'Label P021' });
    const other = { ...target, tablePrefix: 'OTHER' };
    expect(paste(cut, clipping, other, keyMaker()).pasted[0]?.code).toBeUndefined();
  });

  test('a standard field keeps its code in another table that lacks it, once', () => {
    const clipping = { tablePrefix: 'OTHER', fields: [field('P018', 'a'), field('P018', 'a')] };
    const { pasted } = paste(DESIGN, clipping, target, keyMaker());
    expect(pasted.map(({ code, label }) => [code, label])).toEqual([
      ['P018', 'Label P018'],
      [undefined, 'Label P018 (2)'],
    ]);
  });
});

describe('the history', () => {
  test('undoes and redoes edits', () => {
    const history = edited(edited(historyOf(1), 2), 3);
    expect(undone(history).present).toBe(2);
    expect(undone(undone(undone(history))).present).toBe(1);
    expect(redone(undone(history)).present).toBe(3);
    expect(edited(undone(history), 4).future).toEqual([]);
  });

  test('typing in one place is one step', () => {
    const typed = edited(edited(edited(historyOf('A'), 'B', 'label'), 'BC', 'label'), 'X', 'other');
    expect(undone(typed).present).toBe('BC');
    expect(undone(undone(typed)).present).toBe('A');
    expect(edited(undone(typed), 'BCD', 'label').past).toEqual(['A', 'BC']);
  });

  test('a change of every state reaches undone ones too', () => {
    expect(mapped(undone(edited(historyOf(1), 2)), (value) => value * 10)).toMatchObject({ present: 10, future: [20] });
  });
});

describe('a saved draft', () => {
  const sent = addFields(DESIGN, [field('new', 'b')]);
  const answer = stored([...DESIGN.fields, field('P024', 'b', { label: 'Label new' })]);

  test('gives new fields their codes', () => {
    const codes = assignedCodes(sent, answer);
    expect(withCodes(sent, codes).fields.at(-1)).toMatchObject({ key: 'new', code: 'P024' });
    expect(withCodes(DESIGN, codes)).toBe(DESIGN);
  });

  test('is the design apart from codes that the API has assigned', () => {
    expect(isStored(sent, answer)).toBe(true);
    expect(isStored(updateField(sent, 'P021', { label: 'Other' }), answer)).toBe(false);
    expect(isStored(DESIGN, answer)).toBe(false);
  });

  test('has its fields in the order of the tabs', () => {
    const mixed = stored([field('P023', 'b'), field('P021', 'a')]);
    expect(designOf(mixed).fields.map(({ key }) => key)).toEqual(['P021', 'P023']);
  });

  test('counts custom fields', () => {
    expect(customFieldsOf(sent)).toBe(4);
  });
});

describe('the grid', () => {
  const rows = rowsOf(DESIGN, new Set());
  const ids = rows.map(({ id }) => id);

  test('has a row for each tab, its fields, and the place for a new one', () => {
    expect(ids).toEqual(['tab:a', 'P008', 'P021', 'P022', 'add:a', 'tab:b', 'P023', 'add:b']);
    expect(rowsOf(DESIGN, new Set(['a'])).map(({ id }) => id)).toEqual(['tab:a', 'tab:b', 'P023', 'add:b']);
  });

  test.each([
    ['ArrowDown', 'P021', 2],
    ['ArrowUp', 'tab:a', 2],
    ['ArrowRight', 'P008', 3],
    ['ArrowLeft', 'P008', 1],
    ['Home', 'P008', 0],
    ['End', 'P008', 5],
    ['PageDown', 'add:b', 2],
    ['PageUp', 'tab:a', 2],
  ])('%s leads from a cell to the next', (key, row, column) => {
    expect(cellAfter(rows, { row: 'P008', column: 2 }, key, false)).toEqual({ row, column });
  });

  test('Ctrl+Home and Ctrl+End lead to the first and the last cell; other keys lead nowhere', () => {
    expect(cellAfter(rows, { row: 'P021', column: 2 }, 'Home', true)).toEqual({ row: 'tab:a', column: 0 });
    expect(cellAfter(rows, { row: 'P021', column: 2 }, 'End', true)).toEqual({ row: 'add:b', column: 5 });
    expect(cellAfter(rows, { row: 'P021', column: 2 }, 'x', false)).toBeUndefined();
    expect(cellAfter(rows, { row: 'tab:a', column: 0 }, 'ArrowRight', false)).toBeUndefined();
  });

  test('a range holds the fields between its ends, and begins where the last choice was', () => {
    const first = chosenAfter(rows, { keys: new Set(), anchor: '' }, 'P023', 'one');
    const range = chosenAfter(rows, first, 'P021', 'range');
    expect(range).toEqual({ keys: new Set(['P021', 'P022', 'P023']), anchor: 'P023' });
    expect(chosenAfter(rows, range, 'P022', 'range')).toEqual({ keys: new Set(['P022', 'P023']), anchor: 'P023' });
    expect(chosenAfter(rows, { keys: new Set(), anchor: 'gone' }, 'P021', 'range').keys.size).toBe(0);
  });

  test('fields that are apart are chosen one by one, and taken out again', () => {
    const first = chosenAfter(rows, { keys: new Set(), anchor: '' }, 'P008', 'one');
    const both = chosenAfter(rows, first, 'P023', 'toggle');
    expect(both.keys).toEqual(new Set(['P008', 'P023']));
    expect(chosenAfter(rows, both, 'P022', 'same')).toEqual(both);
    expect(chosenAfter(rows, both, 'P008', 'toggle').keys).toEqual(new Set(['P023']));
  });

  test('a press of the mouse chooses one field, a range or one more, and keeps what is dragged', () => {
    const none = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect(choiceOf(none, false)).toBe('one');
    expect(choiceOf(none, true)).toBe('same');
    expect(choiceOf({ ...none, shiftKey: true }, true)).toBe('range');
    expect(choiceOf({ ...none, ctrlKey: true }, false)).toBe('toggle');
    expect(choiceOf({ ...none, metaKey: true }, true)).toBe('toggle');
  });

  test('the focus goes to the next row after a removal, or to the one before', () => {
    expect(rowAfterRemoval(rows, new Set(['P021', 'P022']), 'P021')).toBe('add:a');
    expect(rowAfterRemoval(rows, new Set(['tab:b', 'P023', 'add:b']), 'tab:b')).toBe('add:a');
  });
});

describe('faults', () => {
  const withField = (change: Parameters<typeof field>[2]) =>
    faultsOf({ ...DESIGN, fields: [...DESIGN.fields, field('x', 'b', change)] });

  test('a valid design has none', () => {
    expect(faultsOf(DESIGN)).toEqual([]);
  });

  test.each([
    ['label', { label: ' ' }, DESIGNER.labelMissing],
    ['label', { label: 'l'.repeat(101) }, DESIGNER.labelTooLong],
    ['label', { label: 'LABEL  p021' }, DESIGNER.labelTwice],
    ['label', { label: 'p021' }, DESIGNER.labelIsCode],
    ['maxLength', { maxLength: 0 }, DESIGNER.lengthRule(32_000)],
    ['maxLength', { maxLength: Number.NaN }, DESIGNER.lengthRule(32_000)],
    ['listValues', { type: 'list' }, DESIGNER.choicesMissing],
    ['listValues', { type: 'list', listValues: ['A', 'A'] }, DESIGNER.choiceTwice],
    ['listValues', { type: 'list', listValues: ['long'], maxLength: 3 }, DESIGNER.choiceTooLong],
    ['listValues', { type: 'multi-list', listValues: ['a;b'] }, DESIGNER.choiceWithSemicolon],
  ] as const)('of %s: %j', (property, change, detail) => {
    expect(withField(change)).toEqual([{ owner: 'x', property, detail }]);
  });

  test('of tabs and of the name', () => {
    const faults = faultsOf({ ...DESIGN, name: '', tabs: [...DESIGN.tabs, { id: 'c', label: 'tab A' }] });
    expect(faultFor(faults, '', 'name')).toBe(DESIGNER.labelMissing);
    expect(faultFor(faults, 'tab:c', 'label')).toBe(DESIGNER.labelTwice);
  });

  test('violations of the API stand at the field or tab of their pointer', () => {
    const violation = (pointer: string) => ({ pointer, code: 'x', detail: pointer });
    const places = ['/fields/1/listValues/0', '/tabs/1/label', '/defaultCountry', '/fields'].map(violation);
    expect(faultsIn(DESIGN, places).map(({ owner, property }) => [owner, property])).toEqual([
      ['P021', 'listValues'],
      ['tab:b', 'label'],
      ['', 'defaultCountry'],
      ['', 'fields'],
    ]);
  });
});
