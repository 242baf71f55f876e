import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { resultsFolder } from '../../../functions/imports/domain/import-keys.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { textField, voucim } from '../../support/published-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** A world with one CRM table: Customer ID, Postcode (8 long) and Note (32,000 long). */
function worldWith(limits: Record<string, number> = {}, change: Partial<PublishedTable> = {}) {
  tables += 1;
  const world = started.world({ limits });
  const fields = voucim().fields.filter(({ code }) => code === 'P008' || code === 'P018');
  const notes = Array.from({ length: 14 }, (_, n) =>
    textField(`P0${21 + n}`, { label: n === 0 ? 'Note' : `Note ${n}`, maxLength: 32_000 }),
  );
  const table = voucim({ prefix: `B${String(tables).padStart(5, '0')}`, fields: [...fields, ...notes], ...change });
  world.tables.publish(table);
  return { world, table, key: (name: string) => `uploads/${table.prefix}/${name}` };
}

/** Everything that a refused file must leave: a status, a reason, a log that says it, and no customer. */
async function expectRejected(
  world: ImportWorld,
  table: PublishedTable,
  record: Import,
  code: string,
  reason: RegExp | string,
) {
  expect(record).toMatchObject({ status: 'rejected', refusal: { code } });
  expect(record.refusal?.reason).toMatch(reason);
  expect(record.counts).toBeUndefined();
  const log = await world.file(record, 'log');
  expect(log).toContain(`\n${record.refusal?.reason}\n`);
  expect(log).toMatch(/-+ Import rejected: no customer was written -+\n$/);
  expect(await world.customers(table)).toHaveProperty('size', 0);
  expect(await world.imports.readLease(table.prefix)).toMatchObject({ importId: undefined });
  const left: string[] = [];
  for await (const { key } of world.bucket.list(resultsFolder(record))) left.push(key.split('/').at(-1) ?? '');
  expect(left).toEqual([`${record.fileName}.log.txt`, 'plan.json'].sort());
}

const HEADER = 'Customer ID,Postcode\n';

describe('a file that cannot be used is refused, saying what is wrong and what would be right', () => {
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
      'another delimiter than said',
      `${HEADER}A,B\n`,
      'file.no-usable-header',
      /cut at ";"/,
      { delimiter: 'semicolon' },
    ],
    [
      'a field named twice',
      'P008,Postcode,postcode\nA,B,C\n',
      'file.repeated-column',
      /Column 3 .* names field P018 a second time/,
    ],
    ['__proto__ and constructor as header row', '__proto__,constructor\n1,2\n', 'file.no-usable-header', /header row/],
    ['ten thousand columns that map to nothing', `${manyColumns}\n`, 'file.no-usable-header', /10000 columns/],
    [
      'an opening quote that never closes',
      `${HEADER}A,1\nB,"2\nC,3\nD,4\n`,
      'file.unclosed-quote',
      /begins on line 3 .*closing quote is missing/,
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
      'UTF-16, little endian',
      Buffer.from(`\uFEFF${HEADER}A,B\n`, 'utf16le'),
      'file.utf-16',
      /is UTF-16\. Save it as UTF-8/,
    ],
    [
      'UTF-16, big endian',
      Buffer.from(`\uFEFF${HEADER}A,B\n`, 'utf16le').swap16(),
      'file.utf-16',
      /is UTF-16\. Save it as UTF-8/,
    ],
    ['UTF-16 without a mark', Buffer.from(`${HEADER}A,B\n`, 'utf16le'), 'file.no-usable-header', /header row/],
    ['gzip', gzipSync(`${HEADER}A,B\n`), 'file.compressed', /is compressed\. Unpack it/],
    [
      'a wrong option',
      `${HEADER}A,B\n`,
      'options.invalid',
      /duplicates: .*"reject"\|"first"\|"last"/,
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
      /delimiter: The delimiter is comma, tab/,
      { delimiter: '::' },
    ],
    [
      'a delimiter that is a quote',
      `${HEADER}A,B\n`,
      'options.invalid',
      /delimiter: The delimiter is comma, tab/,
      { delimiter: '"' },
    ],
    ['header: maybe', `${HEADER}A,B\n`, 'options.invalid', /header: .*"yes"\|"no"/, { header: 'maybe' }],
    ['a header row that was promised', 'A,B\nC,D\n', 'file.no-usable-header', /header row/, { header: 'yes' }],
  ])('%s', async (...[, body, code, reason, metadata]) => {
    const { world, table, key } = worldWith({ scanBytes: 7, recordBytes: 100 });
    await expectRejected(world, table, await world.import(key('a.csv'), body, metadata), code, reason);
  });

  test('a required field that no column feeds', async () => {
    const fields = [
      ...voucim().fields.slice(0, 1),
      textField('P021', { label: 'Contract', required: true }),
      textField('P022'),
    ];
    const { world, table, key } = worldWith({}, { fields });
    const record = await world.import(key('a.csv'), 'Customer ID,P022\nA,B\n');
    await expectRejected(world, table, record, 'file.required-field-missing', /requires: P021 \(Contract\)\.$/);
  });

  test('a record that is too long, and a file that is too large', async () => {
    const { world, table, key } = worldWith({ recordBytes: 30, scanBytes: 11, fileBytes: 200 });
    const long = await world.import(key('long.csv'), `${HEADER}A,1\nB,${'x'.repeat(40)}\nC,3\n`);
    await expectRejected(world, table, long, 'file.record-too-long', /begins on line 3 is longer than 30 bytes/);
    const large = await world.import(key('large.csv'), HEADER.repeat(20));
    await expectRejected(world, table, large, 'file.too-large', /at most 200 are accepted\. Split it/);
  });

  test('a first record without an end', async () => {
    const { world, table, key } = worldWith({ recordBytes: 1_000 });
    const open = await world.import(key('a.csv'), `Customer ID,${'x'.repeat(300_000)}\nA,1\n`);
    await expectRejected(world, table, open, 'file.record-too-long', /too long/);
  });

  test('an object that was deleted before it was read', async () => {
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

describe('an upload that cannot start an import', () => {
  test.each<[name: string, key: string, code: string, reason: RegExp | string]>([
    ['an unknown prefix', 'uploads/NONE/a.csv', 'crm-table.unknown', /There is no CRM table NONE\. Check the prefix/],
    [
      'a table that is a draft',
      'uploads/DRAFT/a.csv',
      'crm-table.not-published',
      /CRM table DRAFT is a draft\. Publish it/,
    ],
    ['no prefix', 'uploads/a.csv', 'upload.no-prefix', /Upload to uploads\/<PREFIX>\/<file name>/],
    ['an empty prefix', 'uploads//a.csv', 'upload.no-prefix', /Upload to uploads\/<PREFIX>\/<file name>/],
    ['a prefix that no key could hold', `uploads/${'ŉ'.repeat(450)}/a.csv`, 'upload.no-prefix', /names no CRM table/],
    ['__proto__ as prefix', 'uploads/__proto__/a.csv', 'crm-table.unknown', /no CRM table __PROTO__/],
    ['a name that is too long', `uploads/DRAFT/${'é'.repeat(451)}`, 'file.name-too-long', /longer than 900 bytes/],
  ])('%s', async (_, key, code, reason) => {
    const world = started.world();
    world.tables.drafts.add('DRAFT');
    const record = await world.import(key, `${HEADER}A,1\n`);
    expect(record).toMatchObject({ status: 'rejected', refusal: { code } });
    expect(record.refusal?.reason).toMatch(reason);
    expect(world.workflow.started.size).toBe(0);
    const logs: string[] = [];
    for await (const found of world.bucket.list(`imports/_rejected/${record.importId}/`)) logs.push(found.key);
    expect(logs).toHaveLength(1);
    expect(Buffer.byteLength(logs[0] ?? '')).toBeLessThanOrEqual(1_024);
    expect(Buffer.from(await world.bucket.read(logs[0] ?? '')).toString()).toContain(record.refusal?.reason);
  });

  test('a folder object is none', async () => {
    const { world, table, key } = worldWith();
    await world.upload(key('folder/'), '');
    await world.upload('uploads/', '');
    expect(await world.imports.list(table.prefix, { limit: 5, after: undefined })).toEqual({ items: [] });
    expect(await world.imports.nextInQueue(table.prefix)).toBeUndefined();
  });

  test('a prefix in lower case means the same table', async () => {
    const { world, table } = worldWith();
    const record = await world.import(`uploads/${table.prefix.toLowerCase()}/a.csv`, `${HEADER}A,1\n`);
    expect(ImportWorld.counts(record)).toBe('0/1/0/0/1');
  });
});

describe('names of files', () => {
  test.each([
    ['spaces', 'my customers (1).csv', 'my customers (1).log'],
    ['..', '../../up.csv', 'up.log'],
    ['only dots', '..', '..log'],
    ['quotes and an apostrophe', `a"b'c.csv`, `a"b'c.log`],
    ['non-ASCII letters', 'Kunden Äöü 客户 😀.csv', 'Kunden Äöü 客户 😀.log'],
    ['no extension', 'customers', 'customers.log'],
    ['an extension alone', '.csv', '.csv.log'],
    ['the name of the plan', 'plan.json', 'plan.log'],
    ['the name of a log', 'a.log', 'a.log'],
    ['900 bytes', `${'é'.repeat(448)}.csv`, `${'é'.repeat(448)}.log`],
    ['control characters', 'a\nb\u0001\u202e.csv', 'a\nb\u0001\u202e.log'],
    ['a percent sign', '%2e%2e%2fa.csv', '%2e%2e%2fa.log'],
    ['__proto__', '__proto__', '__proto__.log'],
  ])('%s', async (_, name, summary) => {
    const { world, table, key } = worldWith();
    const record = await world.import(key(name), `${HEADER}A,1\nB,much too long\n`);
    expect(ImportWorld.counts(record)).toBe('0/1/0/1/2');
    const folder = `imports/${table.prefix}/${record.importId}/`;
    const left: string[] = [];
    for await (const found of world.bucket.list(folder)) left.push(found.key.slice(folder.length));
    const endings = ['sorted.txt', 'log.txt', 'log.BulkCopy.txt', 'failures.csv'];
    const expected = [summary, 'plan.json', ...endings.map((ending) => `${record.fileName}.${ending}`)];
    expect(left).toHaveLength(expected.length);
    expect(new Set(left)).toEqual(new Set(expected));
    for (const found of left) expect(Buffer.byteLength(folder + found)).toBeLessThanOrEqual(1_024);
    // Whole, so that the file can be found by it, and on one line.
    const log = (await world.file(record, 'log')) ?? '';
    const shown = record.fileName
      .replaceAll('\n', '\\n')
      .replaceAll('\u0001', '\\u0001')
      .replaceAll('\u202e', '\\u202e');
    expect(log).toContain(`See s3://data/${folder}${shown}.log.BulkCopy.txt for invalid lines\n`);
  });
});

describe('records that cannot be taken fail one by one, the others are imported', () => {
  const import2 = async (body: string | Buffer, limits = {}) => {
    const { world, table, key } = worldWith(limits);
    const record = await world.import(key('a.csv'), body);
    return { world, table, record, failures: (await world.file(record, 'failures'))?.split('\r\n').slice(1, -1) };
  };

  test('NUL bytes, invalid UTF-8, wrong numbers of fields, blank and long Customer IDs', async () => {
    const rows = ['A,1', 'B,\0', 'C,\xff', 'D', 'E,5,6', ',7', `${'x'.repeat(1_025)},8`, '" ",9'];
    const { world, table, record, failures } = await import2(Buffer.from(`${HEADER}${rows.join('\n')}`, 'latin1'));
    expect(ImportWorld.counts(record)).toBe('0/2/0/6/8');
    expect(failures?.map((line) => line.replace(/x{100,}…?/, '…')).toSorted()).toEqual([
      '3,,,,,record.nul,The record holds a NUL character.,a.csv.log.BulkCopy.txt',
      '4,,,,,record.invalid-utf8,The record is not valid UTF-8.,a.csv.log.BulkCopy.txt',
      '5,D,,,,record.field-count,"The record has 1 field, not 2.",a.csv.log.BulkCopy.txt',
      '6,E,,,,record.field-count,"The record has 3 fields, not 2.",a.csv.log.BulkCopy.txt',
      '7,,,1,,customer-id.blank,The Customer ID is blank.,a.csv.log.BulkCopy.txt',
      '8,…,,1,,customer-id.too-long,"The Customer ID is longer than 1,024 bytes.",a.csv.log.BulkCopy.txt',
    ]);
    const failed = (await world.bytes(record, 'BulkCopy'))?.toString('latin1').split('\n');
    expect(failed?.toSorted()).toEqual([HEADER.trim(), ...rows.slice(1, 7), ''].toSorted());
    expect([...(await world.customers(table)).keys()].toSorted()).toEqual([' ', 'A']);
  });

  test('a field over 32,000 characters, and an item over 400 KB', async () => {
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
    expect(ImportWorld.counts(record)).toBe('0/2/0/2/4');
    expect(failures).toEqual([
      '5,D,,,,item.too-large,The customer would take more than 400 KB.,a.csv.log.BulkCopy.txt',
      '3,,,2,,record.field-too-long,"The field in column 2 is longer than 32,000 characters.",a.csv.log.BulkCopy.txt',
    ]);
  });

  test('stray quotes are text', async () => {
    const { world, table, record } = await import2(`${HEADER}A,1"2\nB,"3"4\n`);
    expect(ImportWorld.counts(record)).toBe('0/2/0/0/2');
    expect(Object.fromEntries(await world.customers(table))).toEqual({ A: { P018: '1"2' }, B: { P018: '"3"4' } });
  });

  test('mixed line ends, and none at the end', async () => {
    const { world, table, record } = await import2(`${HEADER}A,1\r\nB,2\nC,3\r\nD,4`, { scanBytes: 3 });
    expect(ImportWorld.counts(record)).toBe('0/4/0/0/4');
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
    expect(ImportWorld.counts(second)).toBe('0/1/0/0/1');
    expect((await world.customers(table)).has('C')).toBe(true);
  });

  test('ten thousand columns of which two are mapped, in a header row of over 256 KB behind an empty line', async () => {
    const columns = Array.from({ length: 10_000 }, (_, n) => `Column number ${n} of very many`);
    const header = ['Customer ID', ...columns.slice(2), 'Postcode'].join(',');
    expect(header.length).toBeGreaterThan(256 * 1024);
    const row = (id: string, postcode: string) => `${id}${','.repeat(9_999)}${postcode}`;
    const body = `\n${header}\n${row('A', '1')}\n${row('B', '2')}\n`;
    const { world, table, record } = await import2(body);
    expect(ImportWorld.counts(record)).toBe('0/2/0/0/2');
    expect(Object.fromEntries(await world.customers(table))).toEqual({ A: { P018: '1' }, B: { P018: '2' } });
  });

  test('__proto__ as a column, as a Customer ID and as a value', async () => {
    const { world, table, record } = await import2(
      '__proto__,Customer ID,Postcode\n1,__proto__,x\n2,constructor,__proto\n',
    );
    expect(ImportWorld.counts(record)).toBe('0/2/0/0/2');
    expect([...(await world.customers(table)).entries()].toSorted()).toEqual([
      ['__proto__', { P018: 'x' }],
      ['constructor', { P018: '__proto' }],
    ]);
    const again = await world.import(
      `uploads/${table.prefix}/b.csv`,
      'Customer ID,Postcode\n__proto__,x\nconstructor,y\n',
    );
    expect(ImportWorld.counts(again)).toBe('1/0/1/0/2');
  });

  test('a telephone number or e-mail address that cannot be read is a warning, unless its field is strict', async () => {
    const row = 'Customer ID,Phone,E-mail\nA,001 234 4444,nobody\nB,020 7946 0018,b@example.com\n';
    const { world, table, key } = worldWith({}, { fields: [...voucim().fields] });
    const record = await world.import(key('a.csv'), row);
    expect(record).toMatchObject({ status: 'completed', warnings: 2 });
    expect((await world.customers(table)).get('A')).toEqual({ P012: '001 234 4444', P019: 'nobody' });
    const strict = worldWith(
      {},
      { fields: voucim().fields.map((field) => ({ ...field, strict: field.code === 'P012' })) },
    );
    const second = await strict.world.import(strict.key('a.csv'), row);
    expect(ImportWorld.counts(second)).toBe('0/1/0/1/2');
    expect(await strict.world.file(second, 'log')).toContain(
      'Field P012 value (001 234 4444) is not a telephone number.\nSee s3://',
    );
  });
});
