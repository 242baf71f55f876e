import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { resultsFolder } from '../../../functions/imports/domain/import-keys.ts';
import { type ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const worldWith = (limits?: Record<string, number>, change?: Partial<PublishedTable>) =>
  worldWithTable(started, limits, change);

/** Checks the result of a rejected file: a status, a reason, a log with the reason, and no customer. */
async function expectRejected(
  world: ImportWorld,
  table: PublishedTable,
  record: Import,
  code: string,
  reason: RegExp | string,
) {
  expect(record).toMatchObject({ status: 'rejected', rejection: { code } });
  expect(record.rejection?.reason).toMatch(reason);
  expect(record.counts).toBeUndefined();
  const log = await world.file(record, 'log');
  expect(log).toContain(`\n${record.rejection?.reason}\n`);
  expect(log).toMatch(/-+ Import rejected: no customer was written -+\n$/);
  expect(await world.customers(table)).toHaveProperty('size', 0);
  expect(await world.imports.readLease(table.prefix)).toMatchObject({ importId: undefined });
  const left: string[] = [];
  for await (const { key } of world.bucket.list(resultsFolder(record))) left.push(key.split('/').at(-1) ?? '');
  expect(left).toEqual([`${record.fileName}.log.txt`, 'plan.json'].sort());
}

const HEADER = 'Customer ID,Postcode\n';

describe('an unusable file is rejected with the reason and advice', () => {
  const manyColumns = Array.from({ length: 10_000 }, (_, n) => `Column ${n}`).join(',');

  test.each<
    [name: string, body: string | Buffer, code: string, reason: RegExp | string, metadata?: Record<string, string>]
  >([
    ['empty', '', 'file.empty', 'The file is empty.'],
    ['a header row alone', HEADER, 'file.no-records', 'no records'],
    ['a header row alone, without line end', HEADER.trim(), 'file.no-records', 'no records'],
    ['a header row and empty lines', `${HEADER}\n\r\n\n`, 'file.no-records', 'no records'],
    ['a byte-order mark alone', '\uFEFF', 'file.no-records', 'no records'],
    ['a byte-order mark and a header row', `\uFEFF${HEADER}`, 'file.no-records', 'no records'],
    ['empty lines alone', '\n\r\n\n', 'file.no-records', 'no records'],
    [
      'a header row that maps to nothing',
      'a,b,c\n1,2,3\n',
      'file.no-usable-header',
      /header row.*3 columns where the table has 16/,
    ],
    [
      'no Customer ID column',
      'Postcode,Note\nA,B\n',
      'file.no-customer-id',
      /No column of the file is the Customer ID \(P008\)/,
    ],
    [
      'another delimiter than the option',
      `${HEADER}A,B\n`,
      'file.no-usable-header',
      /with the delimiter ";"/,
      { delimiter: 'semicolon' },
    ],
    [
      'a field named twice',
      'P008,Postcode,postcode\nA,B,C\n',
      'file.repeated-column',
      /Column 3 .* names field P018 a second time/,
    ],
    ['__proto__ and constructor as header row', '__proto__,constructor\n1,2\n', 'file.no-usable-header', /header row/],
    [
      'ten thousand columns',
      `${manyColumns}\n`,
      'file.too-many-columns',
      /begins on line 1 has more than 2,000 columns, the limit, with the delimiter ","/,
    ],
    [
      'an opening quote that never closes',
      `${HEADER}A,1\nB,"2\nC,3\nD,4\n`,
      'file.unclosed-quote',
      /begins on line 3 .*without a closing quote/,
    ],
    [
      'an opening quote in the middle of the header row that never closes',
      'Customer ID,"Postcode\nA,1\n',
      'file.unclosed-quote',
      /begins on line 1 .*closing quote/,
    ],
    [
      'an opening quote in the header row that never closes',
      '\n"Customer ID,Postcode\nA,1\n',
      'file.unclosed-quote',
      /begins on line 2 .*closing quote/,
    ],
    [
      'UTF-16 that ends within a character',
      Buffer.from(`${HEADER}A,B\n`, 'utf16le').subarray(0, -1),
      'file.cut-off',
      /is UTF-16 and ends in the middle of a character/,
    ],
    [
      'UTF-16 with the option UTF-8',
      Buffer.from(`${HEADER}A,B\n`, 'utf16le'),
      'file.no-usable-header',
      /header row/,
      { encoding: 'utf-8' },
    ],
    ['UTF-16 without records', Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), 'file.no-records', 'no records'],
    ['an unknown encoding', `${HEADER}A,B\n`, 'options.invalid', /encoding: /, { encoding: 'ebcdic' }],
    ['gzip that is cut off', gzipSync(`${HEADER}A,B\n`).subarray(0, -1), 'file.gzip-broken', /its end is missing/],
    ['gzip of nothing', gzipSync(''), 'file.no-records', 'no records'],
    [
      'a file with the option gzip that is not gzip',
      `${HEADER}A,B\n`,
      'file.gzip-broken',
      /damaged/,
      { compression: 'gzip' },
    ],
    [
      'gzip with the option none',
      gzipSync(`${HEADER}A,B\n`),
      'file.not-csv',
      /is packed with gzip/,
      { compression: 'none' },
    ],
    [
      'update-only without Customer IDs',
      `${HEADER}A,B\n`,
      'options.invalid',
      /update-only updates existing customers only.*Choose one/,
      { mode: 'update-only', 'customer-id': 'none' },
    ],
    [
      'a strict field that there is not',
      `${HEADER}A,B\n`,
      'options.invalid',
      /strict-fields: .* has no field P999/,
      { 'strict-fields': 'P999' },
    ],
    [
      'a strict field that is always checked',
      `${HEADER}A,B\n`,
      'options.invalid',
      /strict-fields: P018 \(Postcode\) is neither a telephone nor an e-mail field/,
      { 'strict-fields': 'P018' },
    ],
    [
      'a wrong option',
      `${HEADER}A,B\n`,
      'options.invalid',
      /duplicates: .*"reject", "first", "last"/,
      { duplicates: 'newest' },
    ],
    [
      'two wrong options',
      `${HEADER}A,B\n`,
      'options.invalid',
      /customer-id: .* blank: /,
      { 'customer-id': '', blank: 'yes' },
    ],
    [
      'a delimiter of two characters',
      `${HEADER}A,B\n`,
      'options.invalid',
      /delimiter: The delimiter must be comma, tab/,
      { delimiter: '::' },
    ],
    [
      'a delimiter that is a quote',
      `${HEADER}A,B\n`,
      'options.invalid',
      /delimiter: The delimiter must be comma, tab/,
      { delimiter: '"' },
    ],
    ['header: maybe', `${HEADER}A,B\n`, 'options.invalid', /header: .*"yes", "no"/, { header: 'maybe' }],
    ['a header row that was promised', 'A,B\nC,D\n', 'file.no-usable-header', /header row/, { header: 'yes' }],
  ])('%s', async (...[, body, code, reason, metadata]) => {
    const { world, table, key } = worldWith({ scanBytes: 7, recordBytes: 100 });
    await expectRejected(world, table, await world.import(key('a.csv'), body, metadata), code, reason);
  });

  test('rejects a file without a column for a required field', async () => {
    const fields = [
      ...voucim().fields.slice(0, 1),
      textField('P021', { label: 'Contract', required: true }),
      textField('P022'),
    ];
    const { world, table, key } = worldWith({}, { fields });
    const record = await world.import(key('a.csv'), 'Customer ID,P022\nA,B\n');
    await expectRejected(
      world,
      table,
      record,
      'file.required-field-missing',
      /required fields of CRM table B\d+: P021 \(Contract\)\. Add/,
    );
  });

  test('rejects a record that is too long, and a file that is too large', async () => {
    const { world, table, key } = worldWith({ recordBytes: 30, scanBytes: 11, fileBytes: 200 });
    const long = await world.import(key('long.csv'), `${HEADER}A,1\nB,${'x'.repeat(40)}\nC,3\n`);
    await expectRejected(world, table, long, 'file.record-too-long', /begins on line 3 is longer than 30 bytes/);
    const large = await world.import(key('large.csv'), HEADER.repeat(20));
    await expectRejected(world, table, large, 'file.too-large', /at most 200 are accepted\. Split it/);
  });

  test('rejects a first record without an end', async () => {
    const { world, table, key } = worldWith({ recordBytes: 1_000 });
    const open = await world.import(key('a.csv'), `Customer ID,${'x'.repeat(1_100_000)}\nA,1\n`);
    await expectRejected(world, table, open, 'file.record-too-long', /begins on line 1 is longer than 1,048,576 bytes/);
  });

  test('rejects an object that was deleted before it was read', async () => {
    const { world, table, key } = worldWith();
    const importId = await world.upload(key('a.csv'), `${HEADER}A,1\n`);
    world.bucket.delete(key('a.csv'));
    await world.runAll();
    await expectRejected(
      world,
      table,
      await world.find(importId),
      'file.missing',
      /was deleted before it was read\. Upload it again/,
    );
  });
});
