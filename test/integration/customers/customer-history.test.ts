import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { toHistoryItem } from '../../../functions/customers/dynamodb/history-item.ts';
import { importKeys } from '../../../functions/imports/domain/import-keys.ts';
import { Meter } from '../../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../../functions/shared/metering/meter-dynamo.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { importUpload, type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
let table: PublishedTable;
const meter = new Meter();

const CUSTOMERS = '/crm-tables/HIST/customers';
/** HISTORY_EVENTS=10000 runs the long form; a page is one Query with a limit, however many events there are. */
const EVENTS = Number(process.env.HISTORY_EVENTS ?? 1_000);
const HIDING = 'administrator!HIST.P012';

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const matching = (value: unknown) => ({ 'if-match': String(value) });
const update = (id: string, etag: string, values: object) =>
  send('PATCH', `${CUSTOMERS}/${id}`, { body: { values }, headers: matching(etag) });
const history = (id: string, query = '') => send('GET', `${CUSTOMERS}/${id}/history${query}`);
const changed = (id: string, importId: string, role?: string) =>
  send('GET', `${CUSTOMERS}/${id}/history/imports/${importId}`, role ? { role } : {});

/** Imports one file, a day after the one before. */
async function imported(name: string, rows: string): Promise<string> {
  api.wait(86_400);
  return importUpload(api, `uploads/HIST/${name}`, `Customer ID,Last name,Phone\n${rows}`);
}

beforeAll(async () => {
  dynamo = await startTestDynamo();
  meterDynamo(dynamo.client, meter);
  api = wholeApi(dynamo);
  await send('POST', '/accounts', { body: { prefix: 'BRI', name: 'Brigitte', manager: 'M' } });
  const { tabs, fields } = voucim();
  const body = { prefix: 'HIST', name: 'H', defaultCountry: 'GB', tabs, fields: [...fields, textField('P021')] };
  const created = await send('POST', '/accounts/BRI/crm-tables', { body });
  await send('POST', '/accounts/BRI/crm-tables/HIST/publish', { headers: matching(created.headers.etag) });
  const found = await api.imports.tables.readPublished('HIST');
  if (found.status !== 'published') throw new Error('The CRM table is not published.');
  table = found.table;
});
afterAll(() => dynamo.stop());

describe('an import in the history', () => {
  test('is one line between the changes of people, and opens the old and new values', async () => {
    const first = await imported('first.csv', 'A,Smith,020 7946 0001\nB,Other,\n');
    expect((await update('A', '"1"', { P011: 'Smyth' })).status).toBe(200);
    const second = await imported('second.csv', 'A,Smithson,020 7946 0002\nB,Other,\n');
    await update('A', '"3"', { P011: 'Smith' });
    const { items } = (await history('A')).body;
    expect(items).toMatchObject([
      { kind: 'updated', changes: [{ code: 'P011', old: 'Smithson', new: 'Smith' }] },
      { kind: 'imported', importId: second, isCreation: false, at: expect.any(String) },
      { kind: 'updated', changes: [{ code: 'P011', old: 'Smith', new: 'Smyth' }] },
      { kind: 'imported', importId: first, isCreation: true, at: expect.any(String) },
    ]);
    expect((await history('B')).body.items).toMatchObject([{ kind: 'imported', importId: first, isCreation: true }]);
    const changes = [
      { code: 'P011', old: 'Smyth', new: 'Smithson' },
      { code: 'P012', old: '020 7946 0001', new: '020 7946 0002' },
    ];
    expect((await changed('A', second)).body).toMatchObject({ fileName: 'second.csv', state: 'complete', changes });
    expect((await changed('A', first)).body).toMatchObject({ fileName: 'first.csv', state: 'created', changes: [] });
    // Not on this customer, or not at all.
    expect((await changed('B', second)).body.code).toBe('import.not-found');
    expect((await changed('A', 'api-none')).body.code).toBe('import.not-found');
  });

  test('shows no hidden field, by its present name alone, and says when its files are gone', async () => {
    await imported('one.csv', 'C,Smith,020 7946 0001\n');
    const second = await imported('two.csv', 'C,Smithson,020 7946 0002\n');
    const hidden = (await changed('C', second, HIDING)).body;
    expect(hidden.changes).toEqual([{ code: 'P011', old: 'Smith', new: 'Smithson' }]);
    expect(JSON.stringify(hidden)).not.toMatch(/7946|P012/);
    expect((await changed('C', second, 'agent')).status).toBe(200);
    const { before } = importKeys('HIST', second, 'two.csv');
    expect((await api.bucket.read(before)).length).toBeGreaterThan(0);
    await api.bucket.deleteFile(before);
    expect((await changed('C', second)).body).toMatchObject({ fileName: 'two.csv', state: 'missing', changes: [] });
    expect((await history('C')).body.items).toHaveLength(2);
  });

  test('stays for at least the last ten changes of the customer, page by page', async () => {
    const ids: string[] = [];
    for (let run = 0; run < 12; run += 1) ids.unshift(await imported(`${run}.csv`, `D,Name ${run},\n`));
    const found: string[] = [];
    for (let query = '?limit=4'; ; ) {
      const { body } = await history('D', query);
      found.push(...body.items.map(({ importId }: { importId: string }) => importId));
      if (body.nextCursor === undefined) break;
      query = `?limit=4&cursor=${body.nextCursor}`;
    }
    expect(found).toEqual(ids.slice(0, 10));
  });
});

/** Events as people leave them when they change two fields. */
async function putEvents(customerId: string, count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    const changes = [
      { code: 'P011', old: `Old name ${index}`, new: `New name ${index}` },
      { code: 'P019', old: 'someone@example.com', new: 'someone.else@example.com' },
    ];
    const event = { id: `event-${index}`, kind: 'updated' as const, at, by: 'tester', version: index + 2, changes };
    return { PutRequest: { Item: toHistoryItem(table, customerId, event) } };
  });
  for (let from = 0; from < count; from += 200) {
    const batches = Array.from({ length: 8 }, (_, batch) => requests.slice(from + batch * 25, from + batch * 25 + 25));
    const send = (batch: typeof requests) =>
      dynamo.client.send(new BatchWriteItemCommand({ RequestItems: { [dynamo.customersTable]: batch } }));
    await Promise.all(batches.filter((batch) => batch.length > 0).map(send));
  }
}

test('the first page of a long history takes at most four read units', async () => {
  await send('POST', CUSTOMERS, { body: { customerId: 'long', values: { P011: 'Long' } } });
  await putEvents('long', EVENTS);
  await history('long');
  meter.reset();
  const { body } = await history('long');
  expect(body.items).toHaveLength(25);
  expect(meter.used.readUnits).toBeLessThanOrEqual(4);
  expect(meter.used.readUnits).toBeGreaterThan(1);
});
