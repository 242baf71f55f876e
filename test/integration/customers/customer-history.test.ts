import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { deskStores } from '../../../functions/customers/container.ts';
import { toHistoryItem } from '../../../functions/customers/dynamodb/history-item.ts';
import { completeRemovals } from '../../../functions/customers/use-cases/complete-removals.ts';
import { deleteCustomer } from '../../../functions/customers/use-cases/delete-customer.ts';
import { importKeys } from '../../../functions/imports/domain/import-keys.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { Meter } from '../../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../../functions/shared/metering/meter-dynamo.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { TESTERS } from '../../support/rights.ts';
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

test.each(['a/b', '100%', '%2F', 'x  y', 'a+b', 'ÄÖ 客 😀', '?q=1#x', 'a\\b'])(
  'the Customer ID %j is one part of the address, of the history as well',
  async (customerId) => {
    const created = await send('POST', CUSTOMERS, { body: { customerId, values: { P011: 'Odd' } } });
    const { location } = created.headers;
    expect([created.status, created.body.customerId]).toEqual([201, customerId]);
    expect((await send('GET', String(location))).body.customerId).toBe(customerId);
    const found = await send('GET', `${location}/history`);
    expect(found.body.items).toMatchObject([{ kind: 'created', changes: [{ code: 'P011', new: 'Odd' }] }]);
    const deleted = await send('DELETE', `${location}?reason=other`, { headers: matching(created.headers.etag) });
    expect(deleted.status).toBe(204);
  },
);

/** Events as people leave them when they change two fields. */
async function putEvents(customerId: string, count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    const changes = [
      { code: 'P011', old: `Old name ${index}`, new: `New name ${index}` },
      { code: 'P019', old: 'someone@example.com', new: 'someone.else@example.com' },
    ];
    const event = { id: `event-${index}`, kind: 'updated' as const, at, by: 'tester', version: 1, changes };
    return { PutRequest: { Item: toHistoryItem(table, customerId, event) } };
  });
  for (let from = 0; from < count; from += 200) {
    const batches = Array.from({ length: 8 }, (_, batch) => requests.slice(from + batch * 25, from + batch * 25 + 25));
    const send = (batch: typeof requests) =>
      dynamo.client.send(new BatchWriteItemCommand({ RequestItems: { [dynamo.customersTable]: batch } }));
    await Promise.all(batches.filter((batch) => batch.length > 0).map(send));
  }
}

/** A client whose calls fail from the one of this number on, as if the function had ended. */
function endingAfter(calls: number) {
  let made = 0;
  return new Proxy(dynamo.client, {
    get: (client, name) =>
      name === 'send'
        ? async (command: Parameters<typeof client.send>[0]) => {
            made += 1;
            if (made > calls) throw new Error('The function has ended.');
            return client.send(command);
          }
        : Reflect.get(client, name),
  });
}

describe('the deletion of a customer with a long history', () => {
  /** One page and some more. */
  const FEW = 105;
  const stores = (client: TestDynamo['client']) =>
    deskStores({ customers: dynamo.customersTable, search: dynamo.searchTable, control: dynamo.controlTable }, client);
  const valuesIn = async (id: string) => {
    const { items } = await stores(dynamo.client).history.list(table, id, { limit: 2_000, after: undefined }, true);
    return JSON.stringify(items).match(/name \d+/g)?.length ?? 0;
  };
  const remove = (id: string, etag: string) =>
    send('DELETE', `${CUSTOMERS}/${id}?reason=duplicate`, { headers: matching(etag) });

  test('interrupted after any call answers no value, and is completed by a worker', async () => {
    for (let calls = 0, isInterrupted = true; isInterrupted; calls += 1) {
      const id = `gone-${calls}`;
      await send('POST', CUSTOMERS, { body: { customerId: id, values: { P011: 'Long' } } });
      await putEvents(id, FEW);
      const ports = { ...api.imports, ...stores(endingAfter(calls)) };
      const origin = { caller: { userId: 'tester', grants: await TESTERS.grantsOf('tester') }, revision: 1 };
      isInterrupted = await deleteCustomer(ports, { prefix: 'HIST', customerId: id }, 'duplicate', origin).then(
        () => false,
        () => true,
      );
      if ((await send('GET', `${CUSTOMERS}/${id}`)).status === 200) continue;
      // Created again before the values are gone: the new events keep theirs, and the old ones show none.
      await send('POST', CUSTOMERS, { body: { customerId: id, values: { P011: 'Again' } } });
      const { items } = (await history(id, '?limit=5')).body;
      expect(JSON.stringify(items)).not.toMatch(/name \d|example\.com/);
      expect(items[0]).toMatchObject({ kind: 'created', changes: [{ code: 'P011', new: 'Again' }] });
      // Two runs, of which the first ends early.
      const worker = (client: TestDynamo['client']) => ({ history: stores(client).history, clock: systemClock });
      await completeRemovals(worker(endingAfter(3)), 60_000);
      await completeRemovals(worker(dynamo.client), 60_000);
      expect(await valuesIn(id)).toBe(0);
      expect((await history(id)).body.items[0].changes).toEqual([{ code: 'P011', new: 'Again' }]);
      expect(await stores(dynamo.client).history.listRemovals(10)).toEqual([]);
    }
  });

  test('is bounded for its request, and goes on with a repetition', async () => {
    await send('POST', CUSTOMERS, { body: { customerId: 'bounded', values: { P011: 'Long' } } });
    await putEvents('bounded', 509);
    expect((await remove('bounded', '"1"')).status).toBe(204);
    expect(await valuesIn('bounded')).toBe(2 * 10);
    expect((await remove('bounded', '"1"')).status).toBe(204);
    expect(await valuesIn('bounded')).toBe(0);
    expect((await remove('bounded', '"1"')).body.code).toBe('customer.not-found');
  });
});

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
