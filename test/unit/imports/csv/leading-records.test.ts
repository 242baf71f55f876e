import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import {
  MAX_COLUMNS,
  MAX_LEADING_RECORD_BYTES,
  readLeadingRecords,
} from '../../../../functions/imports/domain/csv/leading-records.ts';
import { csvText, isUnclosed, lineEndsOf } from '../../../support/csv-model.ts';

const read = (text: string, delimiter = ',', most?: number) => readLeadingRecords(Buffer.from(text), delimiter, most);

/** The records as csv-parse reads them, each with the number of bytes up to its end. */
function parsed(text: string): Array<{ cells: string[]; end: number }> {
  const records: Array<{ cells: string[]; end: number }> = [];
  try {
    parse(Buffer.from(text), {
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: lineEndsOf(text),
      skip_empty_lines: true,
      info: true,
      on_record: (read: unknown): undefined => {
        const { record, info } = read as { record: string[]; info: { bytes: number } };
        records.push({ cells: record, end: info.bytes });
      },
    });
  } catch {
    // An open quote: the records before it have been given.
  }
  return records;
}

describe('the first records of some bytes', () => {
  test('are those of csv-parse, for any quotes and line ends', async () => {
    await fc.assert(
      fc.asyncProperty(csvText(25), fc.nat(6), async (text, most) => {
        const { records, isUnclosed: unclosed, oversized } = read(text);
        expect(records.map(({ cells, end }) => ({ cells, end }))).toEqual(parsed(text));
        expect({ unclosed, oversized }).toEqual({ unclosed: isUnclosed(text), oversized: undefined });
        expect(read(text, ',', most).records).toEqual(records.slice(0, most));
      }),
      { numRuns: 1_500 },
    );
  });

  test('begin after empty lines, and preserve characters of several bytes', () => {
    expect(read('\n\r\n\u00e9;\ud83d\ude00\r\n\n"";b', ';').records).toEqual([
      { cells: ['\u00e9', '\ud83d\ude00'], start: 3, end: 12 },
      { cells: ['', 'b'], start: 13, end: 17 },
    ]);
  });

  test('end before one with more columns than allowed, wherever it stands', () => {
    const widest = `${','.repeat(MAX_COLUMNS - 1)}\n`;
    expect(read(`${widest}${widest}`).records.map(({ cells }) => cells.length)).toEqual([MAX_COLUMNS, MAX_COLUMNS]);
    const wider = read(`${widest}a,b\n,${widest}c,d\n`);
    expect(wider.records.map(({ cells }) => cells.length)).toEqual([MAX_COLUMNS, 2]);
    expect(wider.oversized).toEqual({ fault: 'too-many-columns', start: MAX_COLUMNS + 4 });
    expect(read(`"${','.repeat(9_000)}"\n`)).toMatchObject({ records: [{ cells: [expect.any(String)] }] });
  });

  test('end before one that is longer than allowed, its line end included', () => {
    const longest = `${'x'.repeat(MAX_LEADING_RECORD_BYTES - 1)}\n`;
    expect(read(`a\n${longest}b\n`)).toMatchObject({ records: { length: 3 }, isUnclosed: false });
    const longer = read(`a\nx${longest}b\n`);
    expect(longer).toMatchObject({ records: { length: 1 }, oversized: { fault: 'record-too-long', start: 2 } });
    const open = read(`"${'x'.repeat(MAX_LEADING_RECORD_BYTES)}`);
    expect(open).toMatchObject({ records: [], isUnclosed: false, oversized: { fault: 'record-too-long', start: 0 } });
  });
});
