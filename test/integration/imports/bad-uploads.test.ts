import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const worldWith = (limits?: Record<string, number>, change?: Partial<PublishedTable>) =>
  worldWithTable(started, limits, change);

const HEADER = 'Customer ID,Postcode\n';

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
    expect(record).toMatchObject({ status: 'rejected', rejection: { code } });
    expect(record.rejection?.reason).toMatch(reason);
    expect(world.workflow.started.size).toBe(0);
    const logs: string[] = [];
    for await (const found of world.bucket.list(`imports/_rejected/${record.importId}/`)) logs.push(found.key);
    expect(logs).toHaveLength(1);
    expect(Buffer.byteLength(logs[0] ?? '')).toBeLessThanOrEqual(1_024);
    expect(Buffer.from(await world.bucket.read(logs[0] ?? '')).toString()).toContain(record.rejection?.reason);
  });

  test('a file for an account for which CRM is off; one for another account is imported', async () => {
    const { world, key, table } = worldWith({}, { accountPrefix: 'OFF' });
    world.switches = { off: [], accounts: [{ prefix: 'OFF', off: ['crm'] }] };
    const rejected = await world.import(key('a.csv'), `${HEADER}A,1\n`);
    expect(rejected).toMatchObject({ status: 'rejected', rejection: { code: 'feature.off' } });
    expect(rejected.rejection?.reason).toContain('switched off for account OFF');
    world.tables.publish({ ...table, accountPrefix: 'ON' });
    expect((await world.import(key('b.csv'), `${HEADER}A,1\n`)).status).toBe('completed');
  });

  test('a folder object makes no import', async () => {
    const { world, table, key } = worldWith();
    await world.upload(key('folder/'), '');
    await world.upload('uploads/', '');
    expect(await world.imports.list(table.prefix, { limit: 5, after: undefined })).toEqual({ items: [] });
    expect(await world.imports.nextInQueue(table.prefix)).toBeUndefined();
  });

  test('a prefix in lower case means the same table', async () => {
    const { world, table } = worldWith();
    const record = await world.import(`uploads/${table.prefix.toLowerCase()}/a.csv`, `${HEADER}A,1\n`);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 });
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
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 1, total: 2 });
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
