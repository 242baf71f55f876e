import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentRemoval } from '../../../functions/documents/index.ts';
import type { ErasurePorts } from '../../../functions/maintenance/use-cases/erase-customer/erasure-stages.ts';
import { workThroughJobs } from '../../../functions/maintenance/use-cases/work-through-jobs.ts';
import { removalsOf } from '../../../functions/maintenance/worker-container.ts';
import { blockPartition, singlePartition } from '../../../functions/search/index.ts';
import { fromItem, type Item, toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { BACK_OFF, BackOff } from '../../../functions/shared/dynamodb/back-off.ts';
import { log } from '../../../functions/shared/observability/logger.ts';
import { CONTROL_ITEMS, type KeyParts } from '../../support/control-items.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { maintenancePortsOn } from '../../support/maintenance-ports.ts';
import { importUpload, type WholeApi, wholeApi, writeIndex } from '../../support/whole-api.ts';

/** A bucket without objects: their removal has a test of its own. */
const NO_FILES = { send: async () => ({ Versions: [], DeleteMarkers: [] }) } as never;

const NO_ERASURE = {
  customer: {},
  documents: {},
  files: {},
  index: {},
  workingFiles: {},
  exportFiles: {},
} as unknown as Omit<ErasurePorts, 'jobs' | 'tables' | 'clock'>;

let dynamo: TestDynamo;
let api: WholeApi;
const timers: string[] = [];
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
});
afterAll(() => dynamo.stop());

const post = (address: string, body?: unknown, headers = {}) => call(api.handler, 'POST', address, { body, headers });
const get = (address: string) => call(api.handler, 'GET', address);
const order = (...prefixes: string[]) => post('/accounts/BRI/table-deletions', { prefixes });

async function publish(prefix: string): Promise<void> {
  const tables = '/accounts/BRI/crm-tables';
  const created = await post(tables, { prefix, name: `Table ${prefix}`, defaultCountry: 'GB' });
  await post(`${tables}/${prefix}/publish`, undefined, { 'if-match': String(created.headers.etag) });
}

/** A worker whose clock is two minutes ahead: requests that began before the order have ended. */
async function work(): Promise<void> {
  const { client, controlTable, customersTable, searchTable } = dynamo;
  const { clock } = api.imports;
  const later = { now: () => new Date(clock.now().getTime() + 120_000) };
  const names = { controlTable, customersTable, searchTable };
  const removals = removalsOf({
    ...{ client, ...names, s3: NO_FILES, dataBucket: 'data', backOff: new BackOff({ ...BACK_OFF, logger: log }) },
    documents: documentRemoval(client, customersTable, NO_FILES, 'documents'),
    scheduler: { remove: async (name) => void timers.push(name) },
  });
  const ports = { ...maintenancePortsOn(dynamo, later), removals, clock: later };
  // What was planted is in the queue.
  const uses = { ...ports.uses, imports: async () => [] };
  const indexJobs = { holdAndCheck: async () => 'free' as const };
  await workThroughJobs({ ...ports, ...NO_ERASURE, uses, indexJobs }, 60_000);
}

async function everyItem(table: string): Promise<Item[]> {
  return (await dynamo.client.send(new ScanCommand({ TableName: table }))).Items ?? [];
}

const partsOf = (PREFIX: string): KeyParts => ({
  ...{ username: 'name', 'CRM Id': 'id', 'e-mail address': 'a@example.com' },
  ...{ ACC: 'BRI', PREFIX, id: PREFIX, version: 1, name: 'name', importId: `import-${PREFIX}`, createdAt: 'then' },
  ...{ 'granted at': 'then', 'schedule id': PREFIX, scheduledAt: 'then', object: PREFIX, user: 'user', key: 'key' },
  ...{ time: 'then', 'request id': 'request', route: 'route', 'five minutes': 'then', hour: 'then' },
});

/** Items that belong to a CRM table: their keys hold its prefix, or one of its imports or schedules. */
const OF_TABLE = CONTROL_ITEMS.filter(({ parts }) =>
  parts.some((part) => ['PREFIX', 'importId', 'schedule id', 'object'].includes(part)),
);

/** Puts each kind of item that is not there yet, as a later release may have stored it. */
async function plantItems(prefix: string): Promise<void> {
  const source = JSON.stringify({ bucket: 'data', key: prefix, versionId: '1' });
  const schedule = JSON.stringify({ scheduleId: prefix, scheduledAt: '2026-12-01T06:00:00Z' });
  const record = { prefix, fileName: 'a.csv', status: 'completed', attempt: 1, fence: 0, source, schedule };
  for (const { item, key, indexed } of OF_TABLE) {
    const parts = partsOf(prefix);
    const inIndex = indexed?.(parts);
    const Item = toItem({
      ...key(parts),
      ...(inIndex && item === 'import' && { GSI1PK: inIndex.PK, GSI1SK: inIndex.SK }),
      ...(item === 'import' && { ...record, importId: parts.importId, createdAt: '2026-12-01T06:00:00.000Z' }),
      planted: true,
    });
    const put = { TableName: dynamo.controlTable, Item, ConditionExpression: 'attribute_not_exists(PK)' };
    await dynamo.client.send(new PutItemCommand(put)).catch(() => {});
  }
}

/** Customers, events, texts and entries in the form of their keys. */
async function plantCustomers(prefix: string): Promise<void> {
  const places = [0, 15].flatMap((shard) => [
    [`CUSTOMER#${prefix}#${shard}`, 'C1'],
    [`HISTORY#${prefix}#${shard}`, 'C1\0place'],
    [`NOTES#${prefix}#${shard}`, 'C1\0place\x00000001'],
  ]);
  for (const [PK, SK] of [...places, ['HISTORY-REMOVALS', `${prefix}\0C1`]])
    await dynamo.client.send(new PutItemCommand({ TableName: dynamo.customersTable, Item: toItem({ PK, SK }) }));
  for (const PK of [singlePartition(prefix, 'W', '61'), blockPartition(prefix, 'TEL', 1, '30')])
    await dynamo.client.send(new PutItemCommand({ TableName: dynamo.searchTable, Item: toItem({ PK, SK: 'a' }) }));
}

async function plant(prefix: string): Promise<void> {
  await plantItems(prefix);
  await plantCustomers(prefix);
}

describe('the deletion of a CRM table', () => {
  test('leaves nothing of the table in any table of the database, and everything of others', async () => {
    await post('/accounts', { prefix: 'BRI', name: 'Brigitte', manager: 'Brigitte' });
    for (const prefix of ['GONE', 'GONE2', 'STAY']) {
      await publish(prefix);
      await importUpload(api, `uploads/${prefix}/a.csv`, 'Customer ID,Last name\nC1,Mill\nC2,Smith\n');
      await writeIndex(api.imports, prefix);
      await post(`/crm-tables/${prefix}/customers`, { customerId: 'C9', values: { P011: 'Note' } });
      await post(`/crm-tables/${prefix}/customers/C9/notes`, { text: 'Calls back.' });
    }
    await plant('STAY');
    const before = await everyItem(dynamo.controlTable);
    expect(OF_TABLE.length).toBeGreaterThan(20);

    const preview = await get('/accounts/BRI/table-deletion-preview?prefixes=GONE,GONE2');
    expect(preview.body).toMatchObject({
      tables: [{ prefix: 'GONE', name: 'Table GONE', customers: 2 }, {}],
      blockers: [],
    });
    const ordered = await order('GONE', 'GONE2');
    expect(ordered.status).toBe(202);
    for (const address of [
      '/accounts/BRI/crm-tables/GONE',
      '/crm-tables/GONE/customers/C1',
      '/crm-tables/GONE/definitions',
    ])
      expect((await get(address)).status).toBe(404);
    const taken = await post('/accounts/BRI/crm-tables', { prefix: 'GONE', name: 'Again', defaultCountry: 'GB' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'crm-table.prefix-taken' } });
    expect(await order('GONE')).toMatchObject({ status: 404 });
    for (const prefix of ['GONE', 'GONE2']) await plant(prefix);
    await work();

    const { body: certificate } = await get(String(ordered.headers.location));
    expect(certificate).toMatchObject({
      status: 'completed',
      prefixes: ['GONE', 'GONE2'],
      removed: [{ prefix: 'GONE' }, {}],
    });
    expect(certificate.removed[0].counts).toMatchObject({
      customers: 5,
      'note-texts': 3,
      imports: 2,
      schedules: 1,
      versions: 1,
    });
    expect(timers).toEqual(['GONE-GONE', 'GONE2-GONE2']);
    const isOf = (item: Item) => /GONE/.test(JSON.stringify([item.PK, item.SK, item.GSI1PK, item.GSI1SK]));
    for (const table of [dynamo.customersTable, dynamo.searchTable]) {
      const items = await everyItem(table);
      expect(items.filter(isOf)).toEqual([]);
      expect(items.length).toBeGreaterThan(4);
    }
    const after = await everyItem(dynamo.controlTable);
    const left = after.filter(isOf).map((item) => String(fromItem(item).PK));
    expect(left.filter((PK) => !PK.startsWith('AUDIT#'))).toEqual([]);
    const stays = (items: Item[]) =>
      items.filter((item) => /STAY/.test(JSON.stringify(item)) && !/GONE/.test(JSON.stringify(item)));
    expect(stays(after)).toEqual(stays(before));

    await publish('GONE');
    expect((await get('/crm-tables/GONE/customers/C1')).status).toBe(404);
  });

  test('is rejected with each campaign and import that uses a table, and no table is closed', async () => {
    await publish('USED');
    const campaign = { name: 'City breaks', crmTablePrefix: 'USED' };
    const { body } = await post('/accounts/BRI/campaigns', campaign);
    const rejected = await order('GONE', 'USED');
    expect(rejected).toMatchObject({ status: 409, body: { code: 'crm-table.in-use' } });
    expect(rejected.body.errors).toMatchObject([
      { code: 'crm-table.used-by-campaign', detail: expect.stringContaining(body.id) },
    ]);
    expect((await get('/accounts/BRI/crm-tables/GONE')).status).toBe(200);
    expect(await order('NONE')).toMatchObject({ status: 404, body: { code: 'crm-table.not-found' } });
  });

  test('lets no campaign and no import begin while the job runs', async () => {
    await publish('LATE');
    const key = 'uploads/LATE/a.csv';
    await importUpload(api, key, 'Customer ID,Last name\nC1,Mill\n');
    expect((await order('LATE')).status).toBe(202);
    const created = await post('/accounts/BRI/campaigns', { name: 'Late', crmTablePrefix: 'LATE' });
    expect(created).toMatchObject({ status: 400, body: { code: 'campaign.table-unknown' } });
    const lease = await api.imports.imports.readLease('LATE');
    expect(lease.closedBy).toEqual(expect.any(String));
    const queued = { prefix: 'LATE', importId: 'x', attempt: 1 } as never;
    expect(await api.imports.imports.claim(queued, lease, '2026-12-01T08:00:00Z')).toBe('lost');
    await work();
  });
});
