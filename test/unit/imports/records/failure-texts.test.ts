import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  addressOf,
  closingLine,
  logLine,
  rejectedLog,
  summaryText,
} from '../../../../functions/imports/domain/output/log-text.ts';
import { ChunkReport } from '../../../../functions/imports/domain/records/chunk-report.ts';
import { failureLogEntry } from '../../../../functions/imports/domain/records/failure.ts';
import { PROBLEMS_HEADER, problemLine } from '../../../../functions/imports/domain/records/problem-line.ts';
import { anyText } from '../../../support/any-text.ts';

const PLACE = { ordinal: 0, line: 7 };
const FILE = 'a.csv.log.BulkCopy.txt';

const cellsOf = (line: string): string[] => {
  const [cells = []] = parse(line, { record_delimiter: '\r\n' }) as string[][];
  return cells;
};
const valueCell = (value: string) =>
  cellsOf(problemLine(PLACE, 'A', { code: 'c', reason: 'r', fieldCode: 'P018', column: 2, value }, FILE))[4];

describe('a line of failures.csv', () => {
  test('contains line, Customer ID, field, column, value, code, reason and file', () => {
    expect(PROBLEMS_HEADER).toBe('Line,Customer ID,Field,Column,Value,Code,Reason,File\r\n');
    const problem = {
      code: 'value.too-long',
      reason: 'Field P018 value (x, y) is too long.',
      fieldCode: 'P018',
      column: 11,
      value: 'x, y',
    };
    expect(problemLine(PLACE, 'VOUCIM_1', problem, FILE)).toBe(
      `7,VOUCIM_1,P018,11,"x, y",value.too-long,"Field P018 value (x, y) is too long.",${FILE}\r\n`,
    );
    expect(problemLine(PLACE, '', { code: 'record.nul', reason: 'No.' }, FILE)).toBe(
      `7,,,,,record.nul,No.,${FILE}\r\n`,
    );
  });

  test.each(['=1+1', '+44 20', '-1', '@SUM(A1)', '\tx'])('%j cannot be taken for a formula', (value) => {
    expect(valueCell(value)).toBe(`'${value.replace('\t', '\\t')}`);
    expect(cellsOf(problemLine(PLACE, value, { code: 'c', reason: 'r' }, value)).slice(1, 2)).toEqual([
      valueCell(value),
    ]);
  });

  test.each(['1=1', ' =1', "'=1", 'a-b', ''])('%j stays unchanged', (value) => {
    expect(valueCell(value)).toBe(value);
  });

  test('a value is cut at 200 characters, controls are escaped, and names of files stay whole', () => {
    expect(valueCell('😀'.repeat(201))).toBe(`${'😀'.repeat(200)}…`);
    expect(valueCell('😀'.repeat(200))).toBe('😀'.repeat(200));
    expect(valueCell('a\r\n\u0000\u0085\u2028\u202eb')).toBe('a\\r\\n\\u0000\\u0085\\u2028\\u202eb');
    const name = `${'n'.repeat(300)}\n.csv`;
    expect(cellsOf(problemLine(PLACE, 'A', { code: 'c', reason: 'r' }, name))[7]).toBe(`${'n'.repeat(300)}\\n.csv`);
  });

  test('is one record of eight cells, whatever the customer', () => {
    const any = anyText({ maxLength: 250 });
    fc.assert(
      fc.property(any, any, (customerId, value) => {
        const line = problemLine(
          PLACE,
          customerId,
          { code: 'c', reason: `(${value})`, fieldCode: 'P021', column: 1, value },
          FILE,
        );
        expect(line.indexOf('\n')).toBe(line.length - 1);
        const cells = cellsOf(line);
        expect(cells).toHaveLength(8);
        expect(cells[1]).not.toMatch(/^[=+\-@\t]/);
        expect(cells[4]).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });
});

describe('the log', () => {
  test('has the lines of the manual', () => {
    const at = '2005-04-25T11:02:25.123Z';
    expect(logLine(at, 'Sorting ...')).toBe('2005-04-25 11:02:25: Sorting ...\n');
    expect(closingLine(at, 0, 34)).toBe('2005-04-25 11:02:25: ----- Import finished successfully -----\n');
    expect(closingLine(at, 4, 34)).toBe(
      '2005-04-25 11:02:25: ----- Import finished with failures: 4 of 34 records failed -----\n',
    );
    const problem = { code: 'value.too-long', fieldCode: 'P018', reason: 'Field P018 value (SW12 2 ER) is too long.' };
    expect(failureLogEntry(PLACE, problem, 's3://data/x.txt')).toBe(
      'Field P018 value (SW12 2 ER) is too long.\nSee s3://data/x.txt for invalid lines\n\n',
    );
    expect(failureLogEntry(PLACE, { code: 'record.nul', reason: 'No.' }, 'f')).toBe(
      'Line 7: No.\nSee f for invalid lines\n\n',
    );
    expect(rejectedLog(at, 's3://data/x', { code: 'c', reason: 'The file is empty.' })).toBe(
      '2005-04-25 11:02:25: ----- Import started -----\n2005-04-25 11:02:25: File s3://data/x\nThe file is empty.\n' +
        '2005-04-25 11:02:25: ----- Import rejected: no customer was written -----\n',
    );
  });

  test('ends with the summary of the manual', () => {
    const counts = { updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 };
    expect(summaryText(counts, 's3://data/VoucherID.log')).toBe(
      'Customers Updated: 0,\nCustomers Inserted: 30,\nCustomers Ignored: 0,\nCustomers Failed: 4,\n' +
        'Total Customers: 34,\nLog File: s3://data/VoucherID.log\n',
    );
  });

  test('shows addresses whole and on one line', () => {
    expect(addressOf('data', `uploads/V/${'n'.repeat(800)}\n\u001b[31m.csv`)).toBe(
      `s3://data/uploads/V/${'n'.repeat(800)}\\n\\u001b[31m.csv`,
    );
  });
});

const CODES = { warnings: 3, failureCodes: { x: 1, y: 1, z: 1 }, warningCodes: { w: 2, v: 1 } };

test('the report of a chunk gives failed records in sorted order, and one line per reason in the order of the source', () => {
  const bytes = Buffer.from('A,1B,2C,3');
  const record = (position: number) => ({
    bytes,
    start: position * 3,
    end: position * 3 + 3,
    position,
    ordinal: 9 - position,
    line: 9 - position,
  });
  const report = new ChunkReport({ address: 's3://data/f.txt', name: 'f.txt', source: 'a.csv' }, '\r\n');
  report.fail(record(2), 'C', [{ code: 'x', reason: 'X.' }]);
  report.fail(record(0), 'A', [
    { code: 'y', reason: 'Y.' },
    { code: 'z', reason: 'Z.' },
  ]);
  report.count('inserted');
  report.warn(record(1), 'B', [{ code: 'w', reason: 'Ü.' }]);
  report.warn(record(0), 'A', [
    { code: 'w', reason: 'W.' },
    { code: 'v', reason: 'V.' },
  ]);
  expect(report.counts).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 2, ...CODES });
  const texts = Object.fromEntries(report.fragments().map(({ kind, body }) => [kind, Buffer.from(body).toString()]));
  expect(texts.failed).toBe('A,1\r\nC,3\r\n');
  expect(texts.csv).toBe('7,C,,,,x,X.,f.txt\r\n9,A,,,,y,Y.,f.txt\r\n9,A,,,,z,Z.,f.txt\r\n');
  expect(texts.warnings).toBe('8,B,,,,w,Ü.,a.csv\r\n9,A,,,,w,W.,a.csv\r\n9,A,,,,v,V.,a.csv\r\n');
  expect(report.fragments().flatMap(({ kind, nonAscii }) => (nonAscii ? [kind] : []))).toEqual(['warnings']);
  expect(texts.log?.match(/^Line \d+: .*$/gm)).toEqual(['Line 9: Y.', 'Line 9: Z.', 'Line 7: X.']);
});
