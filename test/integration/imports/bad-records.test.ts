import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const worldWith = (limits?: Record<string, number>, change?: Partial<PublishedTable>) =>
  worldWithTable(started, limits, change);

const HEADER = 'Customer ID,Postcode\n';

describe('a faulty record fails alone, and the other records are imported', () => {
  const import2 = async (body: string | Buffer, limits = {}, metadata = {}) => {
    const { world, table, key } = worldWith(limits);
    const record = await world.import(key('a.csv'), body, metadata);
    return { world, table, record, failures: (await world.file(record, 'failures'))?.split('\r\n').slice(1, -1) };
  };

  test('fails NUL bytes, invalid UTF-8, wrong numbers of fields, blank and long Customer IDs', async () => {
    const rows = ['A,1', 'B,\0', 'C,\xff', 'D', 'E,5,6', ',7', `${'x'.repeat(257)},8`, '" ",9'];
    const body = Buffer.from(`${HEADER}${rows.join('\n')}`, 'latin1');
    const { world, table, record, failures } = await import2(body, {}, { encoding: 'utf-8' });
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 6, total: 8 });
    expect(failures?.map((line) => line.replace(/x{100,}…?/, '…')).toSorted()).toEqual([
      '3,,,,,record.nul,The record contains a NUL character.,a.csv.log.BulkCopy.txt',
      '4,,,,,record.invalid-utf8,The record contains bytes that are not text in the encoding of the file.,a.csv.log.BulkCopy.txt',
      '5,D,,,,record.field-count,"The record has 1 field, not 2.",a.csv.log.BulkCopy.txt',
      '6,E,,,,record.field-count,"The record has 3 fields, not 2.",a.csv.log.BulkCopy.txt',
      '7,,,1,,customer-id.blank,The Customer ID is blank.,a.csv.log.BulkCopy.txt',
      '8,…,,1,,customer-id.too-long,The Customer ID is longer than 256 bytes.,a.csv.log.BulkCopy.txt',
    ]);
    const failed = (await world.bytes(record, 'BulkCopy'))?.toString('latin1').split('\n');
    expect(failed?.toSorted()).toEqual([HEADER.trim(), ...rows.slice(1, 7), ''].toSorted());
    expect([...(await world.customers(table)).keys()].toSorted()).toEqual([' ', 'A']);
  });

  test('fails a field over 32,000 characters, and an item over 400 KB', async () => {
    const header = ['P008', ...Array.from({ length: 14 }, (_, n) => `P0${21 + n}`)].join(',');
    const row = (id: string, cell: string, cells = 14) =>
      [id, ...Array.from({ length: 14 }, (_, n) => (n < cells ? cell : ''))].join(',');
    const rows = [
      row('A', 'x'),
      row('B', 'x'.repeat(32_001), 1),
      row('C', '😀'.repeat(32_000), 1),
      row('D', 'é'.repeat(32_000)),
    ];
    const { record, failures } = await import2(`${header}\n${rows.join('\n')}\n`);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 2, total: 4 });
    expect(failures).toEqual([
      '3,,,2,,record.field-too-long,"The field in column 2 is longer than 32,000 characters.",a.csv.log.BulkCopy.txt',
      '5,D,,,,item.too-large,"The customer would be larger than 400 KB, the most that can be stored. Shorten the values.",a.csv.log.BulkCopy.txt',
    ]);
  });

  test('stray quotes are text', async () => {
    const { world, table, record } = await import2(`${HEADER}A,1"2\nB,"3"4\n`);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 });
    expect(Object.fromEntries(await world.customers(table))).toEqual({ A: { P018: '1"2' }, B: { P018: '"3"4' } });
  });

  test('accepts mixed line ends, and no line end at the end', async () => {
    const { world, table, record } = await import2(`${HEADER}A,1\r\nB,2\nC,3\r\nD,4`, { scanBytes: 3 });
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 4, ignored: 0, failed: 0, total: 4 });
    expect(await world.file(record, 'sorted')).toBe('D,4\r\nC,3\r\nB,2\r\nA,1\r\n');
    expect((await world.customers(table)).get('C')).toEqual({ P018: '3' });
  });

  test('a single record without line end is given that of the header row', async () => {
    const { world, record } = await import2('Customer ID,Postcode\r\nA,much too long');
    expect(await world.file(record, 'sorted')).toBe('A,much too long\r\n');
    expect(await world.file(record, 'BulkCopy')).toBe('Customer ID,Postcode\r\nA,much too long\r\n');
  });

  test('a byte-order mark belongs to no Customer ID, with or without header row', async () => {
    const { world, table, record } = await import2(`\uFEFF${HEADER}A,1\nB,much too long\n`);
    expect(await world.file(record, 'BulkCopy')).toBe(`\uFEFF${HEADER}B,much too long\n`);
    expect([...(await world.customers(table)).keys()]).toEqual(['A']);
    const second = await world.import(`uploads/${table.prefix}/b.csv`, `\uFEFFC${','.repeat(15)}\n`);
    expect(ImportWorld.counts(second)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 });
    expect((await world.customers(table)).has('C')).toBe(true);
  });

  test('imports two of two thousand columns, with a header row of over 256 KB after an empty line', async () => {
    const columns = Array.from({ length: 2_000 }, (_, n) => `Column number ${n} of very many ${'x'.repeat(130)}`);
    const header = ['Customer ID', ...columns.slice(2), 'Postcode'].join(',');
    expect(header.length).toBeGreaterThan(256 * 1024);
    const row = (id: string, postcode: string) => `${id}${','.repeat(1_999)}${postcode}`;
    const body = `\n${header}\n${row('A', '1')}\n${row('B', '2')}\n`;
    const { world, table, record } = await import2(body);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 });
    expect(Object.fromEntries(await world.customers(table))).toEqual({ A: { P018: '1' }, B: { P018: '2' } });
  });

  test('imports __proto__ as a column, as a Customer ID and as a value', async () => {
    const { world, table, record } = await import2(
      '__proto__,Customer ID,Postcode\n1,__proto__,x\n2,constructor,__proto\n',
    );
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 });
    expect([...(await world.customers(table)).entries()].toSorted()).toEqual([
      ['__proto__', { P018: 'x' }],
      ['constructor', { P018: '__proto' }],
    ]);
    const again = await world.import(
      `uploads/${table.prefix}/b.csv`,
      'Customer ID,Postcode\n__proto__,x\nconstructor,y\n',
    );
    expect(ImportWorld.counts(again)).toEqual({ updated: 1, inserted: 0, ignored: 1, failed: 0, total: 2 });
  });

  test('a telephone number or e-mail address that cannot be read is a warning, unless its field is strict', async () => {
    const row = 'Customer ID,Phone,E-mail\nA,001 234 4444,nobody\nB,020 7946 0018,b@example.com\n';
    const { world, table, key } = worldWith({}, { fields: [...voucim().fields] });
    const record = await world.import(key('a.csv'), row);
    expect(record).toMatchObject({
      status: 'completed',
      warnings: 2,
      warningCodes: { 'value.unparsed-email': 1, 'value.unparsed-telephone': 1 },
    });
    expect(await world.file(record, 'warnings')).toBe(
      `Line,Customer ID,Field,Column,Value,Code,Reason,File\r\n${[
        '2,A,P012,2,001 234 4444,value.unparsed-telephone,Field P012 value (001 234 4444) is not a telephone number.,a.csv',
        '2,A,P019,3,nobody,value.unparsed-email,Field P019 value (nobody) is not an e-mail address.,a.csv',
      ].join('\r\n')}\r\n`,
    );
    expect(await world.file(record, 'log')).toMatch(
      /: Warnings: 1 value\.unparsed-email, 1 value\.unparsed-telephone\. See s3:\/\/data\/imports\/.*\/a\.csv\.warnings\.csv\n/,
    );
    expect((await world.customers(table)).get('A')).toEqual({ P012: '001 234 4444', P019: 'nobody' });
    const strict = worldWith(
      {},
      { fields: voucim().fields.map((field) => ({ ...field, strict: field.code === 'P012' })) },
    );
    const second = await strict.world.import(strict.key('a.csv'), row);
    expect(ImportWorld.counts(second)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 1, total: 2 });
    expect(await strict.world.file(second, 'log')).toContain(
      'Field P012 value (001 234 4444) is not a telephone number.\nSee s3://',
    );
  });
});
