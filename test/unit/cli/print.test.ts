import { describe, expect, test } from '@jest/globals';
import { barLine } from '../../../cli/follow/bar-line.ts';
import { about, clockTime, dollars, moment, size } from '../../../cli/print/amounts.ts';
import { definitionLines } from '../../../cli/print/definition-lines.ts';
import { countLines, importListLines } from '../../../cli/print/import-lines.ts';
import { cut, printable } from '../../../cli/print/printable.ts';
import { whenText } from '../../../cli/print/schedule-lines.ts';
import { textTable } from '../../../cli/print/text-table.ts';

describe('amounts in words', () => {
  test.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1.0 KB'],
    [3500, '3.4 KB'],
    [200 * 1024 * 1024, '200 MB'],
    [1.5 * 1024 ** 3, '1.5 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(size(bytes)).toBe(text));

  test.each([
    [0, '0:00'],
    [9.4, '0:09'],
    [725, '12:05'],
    [10_800, '3:00:00'],
    [-1, '0:00'],
  ])('%d seconds are %s', (seconds, text) => expect(clockTime(seconds)).toBe(text));

  test('formats money, minutes and times', () => {
    expect([0, 0.004, 0.655, 12].map(dollars)).toEqual(['$0.00', 'less than $0.01', '$0.66', '$12.00']);
    expect([0.2, 1, 45.4, 180].map(about)).toEqual([
      'less than a minute',
      'about 1 minute',
      'about 45 minutes',
      'about 3 hours',
    ]);
    expect(moment('2026-11-22T06:00:59.123Z')).toBe('2026-11-22 06:00 UTC');
    expect(moment('soon')).toBe('soon');
  });
});

describe('text from elsewhere', () => {
  test('cannot move the cursor, set the title or turn the direction of writing', () => {
    expect(printable('a\u001b]0;title\u0007\u202eb\nc\u009b2J')).toBe('a·]0;title··b·c·2J');
    expect(printable('naïve “quotes” 東京')).toBe('naïve “quotes” 東京');
  });

  test('is cut by characters, not by halves of them', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
    expect(cut('🙂🙂🙂', 2)).toBe('🙂…');
  });
});

describe('a table', () => {
  const columns = [{ title: 'Id' }, { title: 'Name', least: 6 }, { title: 'Count', alignRight: true }];

  test('aligns its columns', () => {
    expect(
      textTable(columns, [
        ['a', 'Ann', '1'],
        ['bb', 'Bo', '20'],
      ]),
    ).toEqual(['Id  Name  Count', 'a   Ann       1', 'bb  Bo       20']);
  });

  test('cuts only what may be cut, and no further than allowed', () => {
    const rows = [['an-id-that-is-copied', 'a name that is too long', '3']];
    expect(textTable(columns, rows, 40)[1]).toBe('an-id-that-is-copied  a name tha…      3');
    expect(textTable(columns, rows, 10)[1]).toBe('an-id-that-is-copied  a nam…      3');
  });
});

describe('a bar', () => {
  const state = {
    name: 'Insert',
    done: 500,
    total: 2_000,
    unit: 'records' as const,
    perSecond: 1_234,
    secondsLeft: 65,
  };

  test('shows share, amounts, rate and time left within 80 columns', () => {
    const line = barLine(state, 79);
    expect([...line].length).toBeLessThanOrEqual(79);
    expect(line).toMatch(/^ {2}Insert {9}█+░+ {2}25 % {4}500 of 2,000 {3}1:05 left {5}1,234\/s$/);
  });

  test.each([0, 1, 999, 1_500, 2_000])('stands still at %d', (done) => {
    expect(barLine({ ...state, done }, 79).search(/ %/)).toBe(barLine(state, 79).search(/ %/));
  });

  test.each([
    { ...state, done: 12_345_678, total: 98_765_432, perSecond: 99_999, secondsLeft: 36_000 },
    { ...state, name: 'A stage of a very long name', unit: 'bytes' as const, done: 3e12, total: 9e12, perSecond: 9e9 },
  ])('never gets wider than the terminal', (wide) => {
    expect([...barLine(wide, 79)].length).toBeLessThanOrEqual(79);
  });

  test('omits the rate, then the time left, if there is no room', () => {
    expect(barLine(state, 62)).toMatch(/1:05 left$/);
    expect(barLine(state, 50)).toMatch(/500 of 2,000$/);
  });

  test('of chunks shows their share alone, and of nothing is full', () => {
    expect(barLine({ name: 'Sort', done: 1, total: 2, unit: 'chunks' }, 79)).toMatch(/█░+ {2}50 %$/);
    expect(barLine({ name: 'Sort', done: 0, total: 0, unit: 'chunks' }, 79)).toMatch(/█ 100 %$/);
  });
});

describe('an import', () => {
  const counts = { updated: 0, inserted: 1_200, ignored: 7, failed: 4, total: 1_211 };

  test('has five counts, and those of a cancelled one that were not reached', () => {
    expect(countLines(counts)).toEqual([
      '  Customers updated       0',
      '  Customers inserted  1,200',
      '  Customers ignored       7',
      '  Customers failed        4',
      '  Total customers     1,211',
    ]);
    expect(countLines({ ...counts, unprocessed: 9 })).toContain('  Unprocessed             9');
  });

  test('is listed with its whole id', () => {
    const item = {
      importId: 'api-0123456789abcdef01234567',
      prefix: 'VOUCIM',
      fileName: 'a\u001bb.csv',
      status: 'completed-with-failures',
      createdAt: '2026-11-22T17:00:00.000Z',
      counts,
    };
    expect(importListLines([item])).toEqual([
      'api-0123456789abcdef01234567  VOUCIM  a·b.csv',
      '    2026-11-22 17:00 UTC  completed with failures: 4 of 1,211 records failed',
    ]);
    expect(importListLines([])).toEqual(['No imports yet.']);
  });
});

test.each([
  [{ frequency: 'once', once: '2026-12-01T06:00' }, 'once, 2026-12-01 06:00'],
  [{ frequency: 'hourly', minute: 5 }, 'every hour at :05'],
  [{ frequency: 'hourly', minute: 5, everyHours: 6 }, 'every 6 hours at :05'],
  [{ frequency: 'daily', time: '06:00' }, 'every day at 06:00'],
  [{ frequency: 'weekly', weekdays: ['monday', 'friday'], time: '06:00' }, 'every monday, friday at 06:00'],
  [{ frequency: 'monthly', day: 'last', time: '06:00' }, 'every month, last day, at 06:00'],
  [{ frequency: 'fortnightly' }, '{"frequency":"fortnightly"}'],
])('%j is "%s"', (when, text) => expect(whenText(when)).toBe(text));

test('a definition shows the field of each column and the replacement of its cells', () => {
  const definition = {
    definitionId: 'd',
    prefix: 'VOUCIM',
    name: 'Nightly',
    options: { delimiter: '\t', dryRun: true, strictFields: ['P012', 'P013'] },
    mapping: [
      { column: 'Post code', field: 'P018', values: { Y: 'yes' }, default: 'none' },
      { column: 3, field: null },
    ],
    isDefault: true,
    version: 2,
    updatedAt: '2026-11-22T18:00:00.000Z',
    warnings: [{ code: 'field.removed', detail: 'P013 is gone.' }],
  };
  expect(definitionLines(definition)).toEqual([
    'Nightly, version 2, of CRM table VOUCIM: its default',
    '  delimiter: tab',
    '  dryRun: yes',
    '  strictFields: P012, P013',
    '2 columns mapped:',
    '  Post code feeds P018, 1 value replaced, "none" for a blank',
    '  column 3 is ignored',
    'Warning: P013 is gone.',
  ]);
});
