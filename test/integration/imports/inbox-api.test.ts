import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const FILE = 'cust;Town\nA;Ghent\nB;Bruges\n';

function inboxOfTable() {
  const { world, table } = worldWithTable(started);
  const { prefix } = table;
  const call = importsApi(world);
  const key = (name: string) => `inbox/${prefix}/${name}`;
  const importFile = (name: string, more: object = {}, idempotencyKey?: string) =>
    call('POST', '/imports/from-inbox', {
      body: { prefix, key: key(name), mapping: [{ column: 'cust', field: 'P008' }], ...more },
      ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
    });
  return { world, prefix, call, key, importFile };
}

describe('the inbox of a CRM table', () => {
  test('lists its newest files without folders and without those of other tables', async () => {
    const { world, prefix, call, key } = inboxOfTable();
    const list = async () => (await call('GET', `/crm-tables/${prefix}/inbox`)).body;
    expect(await list()).toEqual({ folder: `inbox/${prefix}/`, items: [], more: 0 });
    await world.bucket.put(key(''), '');
    await world.bucket.put(`inbox/${prefix}X/other.csv`, FILE);
    await world.bucket.put(key('old.csv'), FILE);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await world.bucket.put(key('2026/new.csv'), FILE);
    const { items } = await list();
    expect(items).toMatchObject([
      { key: key('2026/new.csv'), name: 'new.csv', bytes: FILE.length },
      { key: key('old.csv'), name: 'old.csv' },
    ]);
  });

  test('lists a hundred files, and counts the others', async () => {
    const { world, prefix, call, key } = inboxOfTable();
    for (let number = 0; number < 103; number += 1) await world.bucket.put(key(`${number}.csv`), FILE);
    const { body } = await call('GET', `/crm-tables/${prefix}/inbox`);
    expect(body.items).toHaveLength(100);
    expect(body.more).toBe(3);
  });
});

describe('a file of the inbox', () => {
  test('is imported with the mapping of the request, in the version that was there', async () => {
    const { world, key, importFile } = inboxOfTable();
    await world.bucket.put(key('a.csv'), FILE);
    const { status, body, headers } = await importFile('a.csv');
    expect(status).toBe(201);
    expect(headers.location).toBe(`/imports/${body.importId}`);
    await world.bucket.put(key('a.csv'), 'cust;Town\nC;Antwerp\n');
    await world.runAll();
    expect(await world.find(body.importId)).toMatchObject({
      status: 'completed',
      fileName: 'a.csv',
      counts: { inserted: 2, total: 2 },
      source: { key: key('a.csv') },
    });
  });

  test('is imported once by a repeated request, and a changed request is rejected', async () => {
    const { world, prefix, key, importFile } = inboxOfTable();
    await world.bucket.put(key('a.csv'), FILE);
    const first = await importFile('a.csv', {}, 'key-1');
    const again = await importFile('a.csv', {}, 'key-1');
    expect(again.body.importId).toBe(first.body.importId);
    expect((await importFile('a.csv', { options: { dryRun: true } }, 'key-1')).body.code).toBe(
      'idempotency-key.reused',
    );
    const { items } = await world.imports.list(prefix, { limit: 10, after: undefined });
    expect(items).toHaveLength(1);
  });

  test('that does not exist, or stands elsewhere, or has a wrong mapping is not imported', async () => {
    const { world, prefix, key, importFile, call } = inboxOfTable();
    expect((await importFile('none.csv')).body.code).toBe('file.not-found');
    const elsewhere = { body: { prefix, key: `uploads/${prefix}/a.csv` } };
    expect((await call('POST', '/imports/from-inbox', elsewhere)).body.errors).toMatchObject([
      { pointer: '/key', code: 'key.elsewhere' },
    ]);
    await world.bucket.put(key('a.csv'), FILE);
    expect((await importFile('a.csv', { mapping: [{ column: 1, field: 'P999' }] })).body.errors).toMatchObject([
      { code: 'field.unknown' },
    ]);
    const agent = await call('POST', '/imports/from-inbox', { body: { prefix, key: key('a.csv') }, role: 'agent' });
    expect(agent.status).toBe(403);
  });
});
