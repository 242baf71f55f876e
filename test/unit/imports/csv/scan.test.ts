import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { skipCarriageReturns } from '../../../../functions/imports/domain/csv/bytes.ts';
import { decodeRecord } from '../../../../functions/imports/domain/csv/record.ts';
import { scanBytes } from '../../../../functions/imports/domain/csv/scan-bytes.ts';
import type { ScanPart } from '../../../../functions/imports/domain/csv/scan-part.ts';
import { HighestId } from '../../../../functions/imports/domain/sort/highest-id.ts';
import { IdSpace } from '../../../../functions/imports/domain/sort/id-space.ts';
import { RunIndexer } from '../../../../functions/imports/domain/sort/index-run.ts';
import { type Resolved, resolve } from '../../../../functions/imports/domain/sort/resolve.ts';
import { RunTable } from '../../../../functions/imports/domain/sort/run-table.ts';
import { csvCells, csvText, isUnclosed } from '../../../support/csv-model.ts';

const DELIMITER = 0x2c;

function scanAll(
  text: string,
  scanBytesLimit: number,
  recordBytes = 1_000_000,
): { resolved: Resolved; scans: ScanPart[][] } {
  const whole = Buffer.from(text, 'latin1');
  const scans: ScanPart[][] = [];
  for (let from = 0; from < whole.length; from += scanBytesLimit) {
    const to = Math.min(from + scanBytesLimit, whole.length);
    const base = Math.max(0, from - 1);
    const bytes = whole.subarray(base, skipCarriageReturns(whole, to) + 1);
    scans.push(
      scanBytes({ bytes, from: from - base, to: to - base, base, dataStart: 0, delimiter: DELIMITER, recordBytes }),
    );
  }
  const source = { key: 'k', versionId: undefined, size: whole.length, dataStart: 0, dataLine: 1 };
  const resolved = resolve(scans, source, { lineEnd: 'lf' }, { scanBytes: scanBytesLimit, recordBytes });
  return { resolved, scans };
}

/** The cells and the first line of every record, read run by run. */
function readRuns(text: string, resolved: Resolved): { cells: string[]; line: number; ordinal: number; id: string }[] {
  if ('rejection' in resolved) return [];
  const whole = Buffer.from(text, 'latin1');
  return resolved.runs.flatMap((run) => {
    const size = run.end - run.start;
    const bytes = Buffer.alloc(size * 2);
    whole.copy(bytes, 0, run.start, run.end);
    const table = new RunTable();
    const indexer = new RunIndexer(
      bytes.subarray(0, size),
      { delimiter: DELIMITER, customerIdColumn: 1 },
      new IdSpace(bytes, size),
      new HighestId(Buffer.from('TEST_')),
    );
    indexer.next(run.records, table);
    return Array.from({ length: table.count }, (_, row) => {
      const start = table.startOf(row);
      const decoded = decodeRecord(bytes, start, start + table.lengthOf(row), { delimiter: DELIMITER });
      const idStart = table.idStartOf(row);
      return {
        cells: 'cells' in decoded ? decoded.cells : [decoded.unreadable.code],
        line: run.line + table.lineOf(row),
        ordinal: run.ordinal + row,
        id: bytes.toString('latin1', idStart, idStart + table.idLengthOf(row)),
      };
    });
  });
}

describe('the scan of byte ranges', () => {
  test('finds the records that csv-parse finds, wherever the ranges are cut', async () => {
    await fc.assert(
      fc.asyncProperty(csvText(60), fc.integer({ min: 1, max: 90 }), async (text, rangeBytes) => {
        const { resolved } = scanAll(text, rangeBytes);
        if (isUnclosed(text)) {
          expect(resolved).toMatchObject({ rejection: { code: 'file.unclosed-quote' } });
          return;
        }
        const expected = csvCells(text);
        if (expected.length === 0) {
          expect(resolved).toMatchObject({ rejection: { code: 'file.no-records' } });
          return;
        }
        const records = readRuns(text, resolved);
        expect(records.map(({ cells }) => cells)).toEqual(expected);
        expect(records.map(({ id }) => id)).toEqual(expected.map((cells) => cells[1] ?? ''));
        expect(records.map(({ ordinal }) => ordinal)).toEqual(expected.map((_, index) => index));
        expect(resolved).toMatchObject({ records: expected.length });
      }),
      { numRuns: 1500 },
    );
  });

  test('gives each record the line on which it begins', async () => {
    await fc.assert(
      fc.asyncProperty(csvText(60), fc.integer({ min: 1, max: 90 }), async (text, rangeBytes) => {
        const whole = scanAll(text, 10_000).resolved;
        const { resolved } = scanAll(text, rangeBytes);
        expect(readRuns(text, resolved)).toEqual(readRuns(text, whole));
        if ('rejection' in resolved) expect(resolved).toEqual(whole);
        else expect(resolved).toMatchObject({ lineEnd: 'rejection' in whole ? '' : whole.lineEnd });
      }),
      { numRuns: 500 },
    );
    const text = '\n\na,1\n"b\nc\n",2\r\n\r\nd,3';
    expect(readRuns(text, scanAll(text, 3).resolved).map(({ line }) => line)).toEqual([3, 4, 8]);
  });

  test('agrees over blocks of many kilobytes, with and without quotes', () => {
    const plain = Array.from({ length: 4000 }, (_, n) => `${n},TEST_${n},${'x'.repeat(n % 40)}`);
    const mixed = plain.map((line, n) => (n % 1500 === 700 ? `"q ""${n}""\r\n",stray " quote,"z"\r` : line));
    for (const lines of [plain, mixed, plain.concat(mixed)]) {
      const text = lines.join('\n');
      for (const rangeBytes of [7_001, 33_000, 70_000, 1_000_000]) {
        const records = readRuns(text, scanAll(text, rangeBytes).resolved);
        expect(records.map(({ cells }) => cells)).toEqual(csvCells(text));
      }
    }
  });

  test('names the line of an opening quote that never closes', () => {
    const text = 'a,b\n"c\n",d\n\ne,"f\ng,h\ni,j\n';
    for (const rangeBytes of [1, 2, 5, 100]) {
      const { resolved } = scanAll(text, rangeBytes);
      expect(resolved).toMatchObject({ rejection: { code: 'file.unclosed-quote', line: 5 } });
    }
  });

  test('names the line of a record that is too long, and leaves empty lines out of its length', () => {
    const long = `a,b\n\nc,${'d'.repeat(20)}\ne,f\n`;
    const spaced = `a,b\n${'\n'.repeat(50)}c,d\r\n${'\r\n'.repeat(50)}e,f`;
    for (const rangeBytes of [1, 4, 10, 100]) {
      expect(scanAll(long, rangeBytes, 22).resolved).toMatchObject({
        rejection: { code: 'file.record-too-long', line: 3 },
      });
      expect(scanAll(long, rangeBytes, 23).resolved).toMatchObject({ records: 3 });
      expect(scanAll(long.slice(0, -5), rangeBytes, 21).resolved).toMatchObject({ rejection: { line: 3 } });
      const { resolved } = scanAll(spaced, rangeBytes, 10);
      expect(readRuns(spaced, resolved).map(({ line }) => line)).toEqual([1, 52, 103]);
      for (const run of 'runs' in resolved ? resolved.runs : [])
        expect(run.end - run.start).toBeLessThanOrEqual(rangeBytes + 10);
    }
  });

  test('uses the line end of most lines, and the given one without a majority', () => {
    expect(scanAll('a\r\nb\r\nc\n', 2).resolved).toMatchObject({ lineEnd: 'crlf' });
    expect(scanAll('a\r\nb\nc\n', 2).resolved).toMatchObject({ lineEnd: 'lf' });
    expect(scanAll('a', 2).resolved).toMatchObject({ lineEnd: 'lf' });
    expect(scanAll('"a\r\nb\r\n"\nc', 2).resolved).toMatchObject({ lineEnd: 'lf' });
  });
});
