import { describe, expect, test } from '@jest/globals';
import { affectedImports, unfitDefinitions } from '../../src/crm-tables/designer/affected-model.ts';
import { agentChangesOf } from '../../src/crm-tables/designer/agent-changes-model.ts';
import { differencesOf } from '../../src/crm-tables/designer/changes-model.ts';
import { choicesIn } from '../../src/crm-tables/designer/choices-model.ts';
import type { Commands } from '../../src/crm-tables/designer/commands.ts';
import { compareDesigns } from '../../src/crm-tables/designer/compare-model.ts';
import { draftCheckText } from '../../src/crm-tables/designer/draft-check-model.ts';
import { effectsOf, fileChangesOf } from '../../src/crm-tables/designer/effects-model.ts';
import { moveFields, removeFields, updateField } from '../../src/crm-tables/designer/field-edits-model.ts';
import { rowsOf } from '../../src/crm-tables/designer/grid-model.ts';
import { keyAction } from '../../src/crm-tables/designer/keys.ts';
import { previewOf, sampleOf } from '../../src/crm-tables/designer/preview-model.ts';
import type { Changes } from '../../src/crm-tables/designer/queries.ts';
import type { GridState } from '../../src/crm-tables/designer/use-grid.ts';
import type { ImportDefinition } from '../../src/definitions/queries.ts';
import type { Schedule } from '../../src/schedules/queries.ts';
import { DESIGN, field } from './support/design.ts';

const NONE: Changes = {
  since: 1,
  properties: [],
  fields: { added: [], removed: [], changed: [], moved: [] },
  tabs: { added: [], removed: [], renamed: [], moved: [] },
  visibility: [],
  reminders: [],
  consequences: [],
  confirm: null,
};

describe('the differences between two structures', () => {
  test('are none between equal ones', () => {
    expect(compareDesigns(DESIGN, DESIGN)).toEqual([]);
  });

  test('name what was added, removed, changed and moved', () => {
    const renamed = updateField(DESIGN, 'P021', { label: 'Hotel', type: 'number' });
    const moved = moveFields(renamed, new Set(['P008']), 1);
    const after = { ...moved, name: 'Stays', fields: [...moved.fields.slice(0, -1), field('new', 'b')] };
    expect(compareDesigns(DESIGN, after)).toEqual([
      { kind: 'changed', what: 'Name, country and notes', details: ['Name of the CRM table from Vouchers to Stays'] },
      { kind: 'added', what: 'Label new', details: [] },
      { kind: 'removed', what: 'Label P023 (P023)', details: [] },
      {
        kind: 'changed',
        what: 'Hotel (P021)',
        details: ['Label from Label P021 to Hotel', 'Type from Text to Number', 'Longest value from 100 to 20'],
      },
      { kind: 'moved', what: 'Label P008 (P008)', details: [] },
    ]);
  });

  test('name the tab of a field by its label', () => {
    const after = moveFields(DESIGN, new Set(['P022']), 1);
    expect(compareDesigns(DESIGN, after)).toEqual([
      { kind: 'changed', what: 'Label P022 (P022)', details: ['Tab from Tab a to Tab b'] },
    ]);
  });
});

test('a check of stored customers is in words, with the fields that were not checked', () => {
  const findings = [
    { field: 'P012', label: 'Phone', code: 'value.too-long', customers: 30 },
    { field: 'P018', label: 'Postcode', code: 'value.new-reason', customers: 1 },
  ];
  expect(draftCheckText({ checked: 2000, rejected: 31, isWhole: false, hiddenFields: 1, findings })).toEqual({
    isRejecting: true,
    summary: expect.stringContaining('rejects values of 31 of 2,000 customers that were checked.'),
    lines: [
      'Phone (P012) is too long: 30 customers',
      'Postcode (P018) value.new-reason: 1 customer',
      '1 field was not checked, because your roles do not show it.',
    ],
  });
  const empty = { checked: 0, rejected: 0, isWhole: true, hiddenFields: 0, findings: [] };
  expect(draftCheckText(empty)).toEqual({ isRejecting: false, summary: 'No customers are stored.', lines: [] });
});

test('the changes of a publication are in words', () => {
  const changes: Changes = {
    ...NONE,
    tabs: { ...NONE.tabs, renamed: [{ id: 'a', from: 'Tab a', to: 'Stay' }] },
    fields: {
      ...NONE.fields,
      changed: [
        {
          code: 'P021',
          label: 'Hotel',
          properties: [
            { property: 'type', from: 'text', to: 'list' },
            { property: 'flags.result', from: false, to: true },
          ],
          listValues: { added: ['Ritz'], removed: [] },
        },
      ],
      moved: [{ code: 'P022', label: 'Nights', from: 3, to: 1 }],
    },
  };
  expect(differencesOf(changes)).toEqual([
    { kind: 'changed', what: 'Tab Tab a', details: ['Stay'] },
    {
      kind: 'changed',
      what: 'Hotel (P021)',
      details: ['Type from Text to List', 'Result from No to Yes', 'Choices added: Ritz'],
    },
    { kind: 'moved', what: 'Nights (P022)', details: ['from place 3 to 1'] },
  ]);
});

test('agents see new labels, choices and places of the fields that they see, and what the flags change', () => {
  const properties = [
    { property: 'label', from: 'Phone', to: 'Mobile' },
    { property: 'maxLength', from: 50, to: 20 },
  ];
  const changed = ['P012', 'P013'].map((code) => ({ code, label: 'Mobile', properties }));
  const flags = (search: boolean) => ({ search, insert: false, modify: false, result: false });
  const fields = [
    { code: 'P012', flags: flags(true) },
    { code: 'P013', flags: flags(false) },
  ] as Parameters<typeof agentChangesOf>[1]['fields'];
  const visibility = [
    { code: 'P012', label: 'Mobile', flag: 'search', becomes: 'visible', detail: 'Agents can search by it.' } as const,
  ];
  const moved = [{ code: 'P012', label: 'Mobile', from: 3, to: 1 }];
  expect(agentChangesOf({ ...NONE, visibility, fields: { ...NONE.fields, changed, moved } }, { fields })).toEqual([
    'Mobile (P012): Agents can search by it.',
    'Mobile (P012): Label from Phone to Mobile',
    'Mobile (P012): from place 3 to 1',
  ]);
});

describe('import definitions', () => {
  const definition = (change: Partial<ImportDefinition>) =>
    ({ definitionId: 'd1', name: 'Weekly', isDefault: false, mapping: [], options: {}, ...change }) as ImportDefinition;
  const schedule = (name: string, used?: string) =>
    ({ name, ...(used !== undefined && { definition: used }) }) as Schedule;
  const removed = { ...NONE, fields: { ...NONE.fields, removed: [{ code: 'P012', label: 'Phone' }] } };
  const mapping = [{ column: 'Tel', field: 'P012' }];

  test('are affected by the removal of a field that one of their columns fills', () => {
    const other = definition({ definitionId: 'd2', name: 'Other', mapping: [{ column: 'Name', field: 'P011' }] });
    const found = affectedImports(removed, [definition({ mapping }), other], [schedule('Monday', 'Weekly')]);
    expect(found).toEqual([
      {
        id: 'd1',
        name: 'Weekly',
        reasons: ['Column Tel fills Phone (P012), which is removed.'],
        schedules: ['Monday'],
      },
    ]);
  });

  test('are used by schedules by id, by name, or as the default', () => {
    const schedules = [schedule('A', 'd1'), schedule('B', 'Weekly'), schedule('C'), schedule('D', 'Other')];
    const used = (isDefault: boolean) =>
      affectedImports(removed, [definition({ mapping, isDefault })], schedules)[0]?.schedules;
    expect(used(false)).toEqual(['A', 'B']);
    expect(used(true)).toEqual(['A', 'B', 'C']);
  });

  test('are affected by a field that becomes required and that no column fills', () => {
    const consequence = {
      code: 'field.becomes-required',
      field: 'P021',
      severity: 'warning',
      needsConfirmation: true,
    } as const;
    const fields = { ...NONE.fields, added: [{ code: 'P021', label: 'Hotel' }] };
    const changes = { ...NONE, fields, consequences: [{ ...consequence, detail: '' }] };
    expect(affectedImports(changes, [definition({ mapping })], [])[0]?.reasons).toEqual([
      'No column fills Hotel (P021), which becomes required.',
    ]);
    expect(affectedImports(changes, [definition({ mapping: [{ column: 1, field: 'P021' }] })], [])).toEqual([]);
  });

  test.each<[string, Partial<ImportDefinition>, string[]]>([
    ['has no mapping', {}, ['Columns are found by their headers, and Telephone (P012) changes its label.']],
    [
      'names the column by the former label',
      { mapping: [{ column: 'phone ', field: 'P012' }] },
      [
        'Column Phone still fills Telephone (P012), whose label changes: the definition names the column by the former label.',
      ],
    ],
    [
      'maps other columns',
      { mapping: [{ column: 'Name', field: 'P011' }] },
      ['Columns are found by their headers, and Telephone (P012) changes its label.'],
    ],
    ['names the column otherwise', { mapping }, []],
    ['ignores the column', { mapping: [{ column: 'Phone', field: null }] }, []],
    ['is for files without a header row', { options: { header: false } }, []],
  ])('a new label, for a definition that %s', (_, change, reasons) => {
    const properties = [{ property: 'label', from: 'Phone', to: 'Telephone' }];
    const fields = { ...NONE.fields, changed: [{ code: 'P012', label: 'Telephone', properties }] };
    const found = affectedImports({ ...NONE, fields }, [definition(change)], []);
    expect(found.flatMap((each) => each.reasons)).toEqual(reasons);
  });

  test('that do not fit a draft are named before the first publication', () => {
    const warnings = [
      { code: 'field.type-changed' as const, field: 'P021', detail: 'Field P021 (Joined) is no date.' },
    ];
    const found = unfitDefinitions([definition({ warnings }), definition({ definitionId: 'd2', warnings: [] })]);
    expect(found).toEqual([{ id: 'd1', name: 'Weekly', schedules: [], reasons: ['Field P021 (Joined) is no date.'] }]);
  });

  test('that are missing do not hide a schedule, whose files are read by their headers', () => {
    const nightly = { ...schedule('Nightly'), scheduleId: 's1' };
    expect(affectedImports(removed, [], [nightly, schedule('Other', 'd9')])).toEqual([
      {
        id: 's1',
        name: 'Schedule Nightly, without a definition',
        reasons: ['A column with the header of Phone (P012) is ignored.'],
        schedules: [],
      },
    ]);
    expect(affectedImports(removed, [definition({ mapping, isDefault: true })], [nightly])).toHaveLength(1);
  });
});

describe('the preview', () => {
  test('has the fields by their flags, and tabs that have some', () => {
    const flags = { search: true, insert: false, modify: true, result: false };
    const { search, insert, modify, result } = previewOf(updateField(DESIGN, 'P023', { flags }));
    expect(search.map(({ key }) => key)).toEqual(['P023']);
    expect(insert.map(({ label, fields }) => [label, fields.length])).toEqual([['Tab a', 3]]);
    expect(modify.map(({ label }) => label)).toEqual(['Tab a', 'Tab b']);
    expect(result).toEqual([]);
  });

  test('has sample values that fit', () => {
    expect(sampleOf(field('x', 'a', { type: 'list', listValues: ['Ritz', 'Savoy'] }))).toBe('Ritz');
    expect(sampleOf(field('x', 'a', { type: 'telephone', maxLength: 3 }))).toBe('');
    expect(sampleOf(field('x', 'a', { type: 'text', maxLength: 6 }))).toBe('Ab');
  });
});

test('choices stand one on each line', () => {
  expect(choicesIn(' Ritz \n\nSavoy\n')).toEqual(['Ritz', 'Savoy']);
});

describe('the keys of the grid', () => {
  const rows = rowsOf(DESIGN, new Set());
  const calls: string[] = [];
  const note = (name: string) => (value?: unknown) =>
    void calls.push(value === undefined ? name : `${name} ${String(value)}`);
  const names = ['addField', 'addStandard', 'addTab', 'remove', 'move', 'cut', 'copy', 'paste'];
  const commands = Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Commands;

  const press = (key: string, row: string, column = 0, modifiers: object = {}) => {
    calls.length = 0;
    const grid = {
      rows,
      cell: { row, column },
      row: rows.find(({ id }) => id === row),
      edit: note('edit'),
      toggle: note('toggle'),
    };
    const event = { key, altKey: false, ctrlKey: false, metaKey: false, ...modifiers };
    keyAction(event, { grid: grid as unknown as GridState, commands, onSettings: note('settings') })?.();
    return calls.join();
  };

  test.each([
    ['ArrowUp', 'P021', 0, { altKey: true }, 'move -1'],
    ['ArrowDown', 'tab:a', 0, { altKey: true }, 'move 1'],
    ['x', 'P021', 0, { ctrlKey: true }, 'cut'],
    ['V', 'P021', 0, { metaKey: true }, 'paste'],
    ['Insert', 'P021', 0, {}, 'addField'],
    ['Delete', 'P021', 0, {}, 'remove'],
    ['F2', 'P021', 3, {}, 'edit P021'],
    ['Enter', 'P021', 0, {}, 'edit P021'],
    ['Enter', 'P021', 1, {}, 'settings'],
    ['Enter', 'P021', 2, {}, ''],
    ['Enter', 'add:a', 0, {}, ''],
    [' ', 'tab:a', 0, {}, 'toggle a'],
    ['ArrowLeft', 'tab:a', 0, {}, 'toggle a'],
    ['ArrowRight', 'tab:a', 0, {}, ''],
    [' ', 'P021', 2, {}, ''],
  ])('%s on %s in column %i with %j', (key, row, column, modifiers, expected) => {
    expect(press(key, row, column, modifiers)).toBe(expected);
  });
});

describe('the effects on a published table', () => {
  const published = DESIGN.fields.map(({ code = '', label, type }) => ({ code, label, type }));

  test('are none while its fields keep their types', () => {
    const { removed, retyped } = effectsOf(published, updateField(DESIGN, 'P021', { label: 'Hotel', maxLength: 9 }));
    expect([...removed, ...retyped]).toEqual([]);
  });

  test('are of the fields that are removed or have another type, with the imports that fill them', () => {
    const design = updateField(removeFields(DESIGN, new Set(['P021'])), 'P023', { type: 'number' });
    const effects = effectsOf(published, design);
    expect(effects.removed.map(({ code }) => code)).toEqual(['P021']);
    expect(effects.retyped.map(({ before, after }) => [before.code, before.type, after.type])).toEqual([
      ['P023', 'text', 'number'],
    ]);
    const mapping = ['P021', 'P022', 'P023'].map((code) => ({ column: `Column ${code}`, field: code }));
    const definition = {
      definitionId: 'd1',
      name: 'Weekly',
      isDefault: false,
      mapping,
      options: {},
    } as unknown as ImportDefinition;
    expect(affectedImports(fileChangesOf(effects), [definition], [])[0]?.reasons).toEqual([
      'Column Column P021 fills Label P021 (P021), which is removed.',
      'Column Column P023 fills Label P023 (P023), whose type changes.',
    ]);
  });

  test('name a field that comes back under its code as kept', () => {
    expect(effectsOf(published, DESIGN).removed).toEqual([]);
  });
});
