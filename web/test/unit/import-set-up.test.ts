import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { compareDefinitions, optionText, valuesText } from '../../src/definitions/compare-model.ts';
import type { ImportDefinitionVersion } from '../../src/definitions/queries.ts';
import { OPTIONS } from '../../src/definitions/text.ts';
import { sourceText, whenText } from '../../src/schedules/when-model.ts';

type Compared = Pick<ImportDefinitionVersion, 'name' | 'isDefault' | 'options' | 'mapping'>;

const before: Compared = {
  name: 'Weekly',
  isDefault: false,
  options: { mode: 'upsert', delimiter: '\t' },
  mapping: [
    { column: 'Surname', field: 'P011' },
    { column: 2, field: 'P010' },
    { column: 'Notes', field: null },
  ],
};

describe('the comparison of two versions of a definition', () => {
  test('is empty if nothing has changed', () => {
    expect(compareDefinitions(before, structuredClone(before))).toEqual([]);
  });

  test('names each changed part with both values', () => {
    const after: Compared = {
      name: 'Each week',
      isDefault: true,
      options: { mode: 'insert-only', blank: 'keep' },
      mapping: before.mapping,
    };
    expect(compareDefinitions(before, after).map(({ what, details }) => `${what}: ${details}`)).toEqual([
      'Name: from Weekly to Each week',
      'Used unless another is named: from No to Yes',
      'Mode: from upsert to insert-only',
      'Delimiter: from tab to not set',
      'Blank cell: from not set to keep',
    ]);
  });

  test('names columns that were added, removed or changed', () => {
    const mapping: Compared['mapping'] = [
      { column: 'Surname', field: null, values: { N: 'North', '-': { clear: true } }, default: 'South' },
      { column: 'Notes', field: null },
      { column: 'City', field: 'P020' },
    ];
    expect(compareDefinitions(before, { ...before, mapping })).toEqual([
      {
        kind: 'changed',
        what: 'Surname',
        details: [
          'Field from P011 to Not imported',
          'Replaced values from not set to N becomes North, - becomes blank',
          'For a blank cell from not set to South',
        ],
      },
      { kind: 'removed', what: 'Column 2', details: [] },
      { kind: 'added', what: 'City', details: [] },
    ]);
  });
});

test('values are texts', () => {
  expect([true, undefined, ['P012', 'P013'], 3].map(optionText)).toEqual(['Yes', 'not set', 'P012, P013', '3']);
  expect(valuesText({ column: 'A', field: null })).toBe('');
});

test('every option of the API has a name', () => {
  expect(new Set(Object.keys(OPTIONS))).toEqual(
    new Set(Object.keys(document.components.schemas.ImportOptions.properties)),
  );
});

test('the times of a schedule are words', () => {
  expect(
    [
      { frequency: 'once', once: '2026-12-01T06:30' } as const,
      { frequency: 'hourly', minute: 5 } as const,
      { frequency: 'hourly', minute: 30, everyHours: 4 } as const,
      { frequency: 'daily', time: '06:30' } as const,
      { frequency: 'monthly', day: 'last', time: '06:30' } as const,
      { frequency: 'monthly', day: 3, time: '06:30' } as const,
    ].map(whenText),
  ).toEqual([
    'Once, 2026-12-01 06:30',
    'Every hour at :05',
    'Every 4 hours at :30',
    'Every day at 06:30',
    'Every month, last day, at 06:30',
    'Every month, day 3, at 06:30',
  ]);
  expect(whenText({ frequency: 'weekly', weekdays: ['monday', 'friday'], time: '07:00' })).toBe(
    'Every Monday, Friday at 07:00',
  );
});

test('the file of a schedule is its key, or a rule for the inbox of the table', () => {
  expect(sourceText({ kind: 'key', key: 'inbox/A/a.csv' }, 'A')).toBe('inbox/A/a.csv');
  expect(sourceText({ kind: 'newest' }, 'A')).toBe('The newest file in inbox/A/');
  expect(sourceText({ kind: 'all-new' }, 'A')).toBe('Every new file in inbox/A/, the oldest first');
});
