import { describe, expect, test } from '@jest/globals';
import { CHANGES_HEADER, changeLines } from '../../../functions/imports/domain/records/change-lines.ts';
import { PROBLEMS_HEADER, problemLine } from '../../../functions/imports/domain/records/problem-line.ts';
import { changedValueOf } from '../../src/imports/page/changes-model.ts';
import { problemOf } from '../../src/imports/page/problems-model.ts';
import { readReportLines } from '../../src/imports/page/report-lines.ts';

const tooLong = {
  fieldCode: 'P018',
  column: 3,
  code: 'value.too-long',
  reason: 'Field P018 value ("a", b) is too long.',
};

function fileOf(count: number, value = 'Zürich, "a"'): Uint8Array {
  const lines = Array.from({ length: count }, (_, at) =>
    problemLine({ line: at + 2 }, `A${at}`, { ...tooLong, value }, 'a.csv.log.Differentiate.txt'),
  );
  return new TextEncoder().encode(`\uFEFF${PROBLEMS_HEADER}${lines.join('')}`);
}

const reading =
  (file: Uint8Array, ranges: string[] = []) =>
  async (from: number, to: number) => {
    ranges.push(`${from}-${to}`);
    return file.slice(from, to);
  };

describe('the lines of failures.csv', () => {
  test('have the cells as the engine wrote them', async () => {
    const file = fileOf(1);
    expect(await readReportLines(file.length, reading(file), problemOf)).toEqual({
      isCut: false,
      lines: [
        {
          index: 0,
          line: '2',
          customerId: 'A0',
          field: 'P018',
          column: '3',
          value: 'Zürich, "a"',
          code: 'value.too-long',
          reason: 'Field P018 value ("a", b) is too long.',
        },
      ],
    });
  });

  test('are without the apostrophe before a formula, and keep escaped line ends', async () => {
    for (const value of ['=1+1', '+44 20', '@a', "'a'", 'a\\r\\nb']) {
      const file = fileOf(1, value);
      expect((await readReportLines(file.length, reading(file), problemOf)).lines[0]?.value).toBe(value);
    }
  });

  test('are the same wherever the ranges cut the file', async () => {
    const file = fileOf(5);
    const whole = await readReportLines(file.length, reading(file), problemOf);
    for (const rangeBytes of [1, 7, 64, 100]) {
      expect(await readReportLines(file.length, reading(file), problemOf, 10, rangeBytes)).toEqual(whole);
    }
  });

  test('are read only as far as the page shows them', async () => {
    const file = fileOf(500);
    const ranges: string[] = [];
    const { lines, isCut } = await readReportLines(file.length, reading(file, ranges), problemOf, 10, 2_048);
    expect({ count: lines.length, isCut, ranges }).toEqual({ count: 10, isCut: true, ranges: ['0-2048'] });
    const all = await readReportLines(file.length, reading(file), problemOf, 500);
    expect({ count: all.lines.length, isCut: all.isCut }).toEqual({ count: 500, isCut: false });
  });
});

test('the lines of changes.csv have the old and new values as the engine wrote them', async () => {
  const values = [
    { code: 'P018', label: 'Postcode, "home"', before: 'SW12 2ER', after: '' },
    { code: 'P021', label: 'Note', before: '', after: '=1+1' },
  ];
  const text = `\uFEFF${CHANGES_HEADER}${changeLines({ line: 8, customerId: 'Zürich', values })}`;
  const file = new TextEncoder().encode(text);
  const { lines } = await readReportLines(file.length, reading(file), changedValueOf);
  expect(lines).toEqual(
    values.map(({ label, before, after }, index) => ({ index, line: '8', customerId: 'Zürich', label, before, after })),
  );
});
