import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { compareDefinitions, optionText, valuesText } from '../../src/definitions/compare-model.ts';
import type { ImportDefinitionVersion } from '../../src/definitions/queries.ts';
import { OPTIONS } from '../../src/definitions/text.ts';
import { inputOf, scheduleRules, valuesOf } from '../../src/schedules/form-model.ts';
import type { Schedule } from '../../src/schedules/queries.ts';
import { isRunAwaited } from '../../src/schedules/runs-model.ts';
import { sourceText } from '../../src/schedules/source-model.ts';
import { RECURRENCE, SCHEDULE_FORM } from '../../src/schedules/text.ts';
import { brokenRules } from '../../src/shared/form/form-model.ts';

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
      'Mode: from Update customers, and create new ones to Only create new customers; ignore records of customers',
      'Delimiter: from tab to not set',
      'Blank cell: from not set to Keeps what is stored',
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

test('the file of a schedule is its key, or a rule for the inbox of the table', () => {
  expect(sourceText({ kind: 'key', key: 'inbox/A/a.csv' }, 'A')).toBe('inbox/A/a.csv');
  expect(sourceText({ kind: 'newest' }, 'A')).toBe('The newest file in inbox/A/');
  expect(sourceText({ kind: 'all-new' }, 'A')).toBe('Every new file in inbox/A/, the oldest first');
});

describe('the form of a schedule', () => {
  const schedule: Schedule = {
    ...{ scheduleId: 's1', prefix: 'A', name: 'Nightly', state: 'paused', timeZone: 'Europe/London' },
    source: { kind: 'key', key: 'inbox/A/a.csv' },
    definition: 'd1',
    options: { mode: 'insert-only' },
    when: { frequency: 'weekly', weekdays: ['monday', 'friday'], time: '06:30' },
    ...{ createdAt: '2026-11-22T10:00:00.000Z', updatedAt: '2026-11-22T10:00:00.000Z' },
    ...{ nextRuns: [], lastRun: null, missed: 0 },
  };

  test('sends the schedule as it is if nothing has changed, also what it does not show', () => {
    const { name, state, timeZone, source, definition, options, when } = schedule;
    const same = { name, state, timeZone, source, definition, options, when };
    expect(inputOf(valuesOf(schedule), schedule)).toEqual(same);
    const { definition: _, options: __, ...plain } = schedule;
    expect(inputOf(valuesOf(plain), plain)).toEqual({ name, state, timeZone, source, when });
  });

  test.each<[Readonly<Record<string, string>>, object]>([
    [{}, {}],
    [{ name: ' ' }, { name: SCHEDULE_FORM.nameRule }],
    [{ key: 'uploads/A/a.csv' }, { key: SCHEDULE_FORM.keyRule('inbox/A/') }],
    [{ key: 'inbox/A/' }, { key: SCHEDULE_FORM.keyRule('inbox/A/') }],
    [{ source: 'newest', key: '' }, {}],
    [{ weekdays: '' }, { weekdays: RECURRENCE.weekdayRule }],
    [{ time: '25:00' }, { time: RECURRENCE.timeRule }],
    [{ frequency: 'hourly', minute: '60', time: '' }, { minute: RECURRENCE.minuteRule }],
    [{ frequency: 'once', date: '' }, { date: RECURRENCE.dateRule }],
  ])('with %j reports %j', (changes, faults) => {
    expect(brokenRules({ ...valuesOf(schedule), ...changes }, scheduleRules('inbox/A/'))).toEqual(faults);
  });
});

test('the result of a run is awaited until a run of its time or later has ended', () => {
  const run = (scheduledAt: string, status: 'running' | 'completed' | 'missed') => ({
    ...{ scheduledAt, importId: 'i', imports: 1, passedOver: 0, remaining: 0, status },
  });
  const at = '2026-12-01T06:00:00Z';
  expect(isRunAwaited(null, at)).toBe(true);
  expect(isRunAwaited(run('2026-12-01T05:59:59Z', 'completed'), at)).toBe(true);
  expect(isRunAwaited(run(at, 'running'), at)).toBe(true);
  expect(isRunAwaited(run(at, 'missed'), at)).toBe(false);
  expect(isRunAwaited(run('2026-12-01T06:00:05Z', 'completed'), at)).toBe(false);
});
