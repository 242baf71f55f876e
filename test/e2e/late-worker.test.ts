import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DynamoPublishedTableReader } from '../../functions/crm-tables/index.ts';
import { customersIn } from '../../functions/customers/index.ts';
import { countsOf, pause, type ShownImport, TestCloud } from './test-cloud.ts';

jest.setTimeout(300_000);

const PREFIX = 'LATE';
/** As many as one worker writes in some seconds, so that it is stopped in the middle of them. */
const ROWS = 3_000;
const WRITE_STEP_SECONDS = 5;
/** With the skew that a drain adds. */
const DRAIN_MS = (WRITE_STEP_SECONDS + 5) * 1000;
// One worker has all the rows.
const cloud = new TestCloud({
  limits: { writeRows: ROWS },
  context: { writeStepTimeoutSeconds: String(WRITE_STEP_SECONDS) },
});

beforeAll(async () => {
  await cloud.boot();
  const { endpoints, region, credentials } = cloud.cloud;
  client = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  await cloud.publish(PREFIX);
});
afterAll(async () => {
  client.destroy();
  await cloud.remove();
});

const idOf = (n: number): string => `LATE_${String(n).padStart(5, '0')}`;
const file = (numbers: readonly number[], town: string): string =>
  `Customer ID,First name\n${numbers.map((n) => `${idOf(n)},${town}\n`).join('')}`;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
/** Rows in the middle: the older import comes to them after it was stopped. */
const newerRows = upTo(60).map((n) => ROWS / 2 + n);

let client: DynamoDBClient;
/** Code of the field that holds the town. */
let field: string;

/** Puts the customers into the table: an import of this many rows would not end within the short time-out. */
async function seed(): Promise<void> {
  const { CustomersTableName = '', ControlTableName = '' } = cloud.cloud.outputs;
  const found = await new DynamoPublishedTableReader(client, ControlTableName).readPublished(PREFIX);
  if (found.status !== 'published') throw new Error('the table is not published');
  const columns = found.table.fields.filter(({ label }) => label === 'First name');
  field = columns[0]?.code ?? '';
  const bulk = customersIn(CustomersTableName, client).bulk({
    table: found.table,
    importId: 'seed',
    fence: 0,
    startedAt: new Date().toISOString(),
    columns,
    blank: 'clear',
    mode: 'upsert',
    conflicts: 'import-wins',
    dryRun: false,
    generatedIds: false,
  });
  const customers = upTo(ROWS).flatMap((n) => {
    const prepared = bulk.prepare('insert', idOf(n), ['York']);
    return prepared.rejected ? [] : [prepared];
  });
  await bulk.insert(customers, () => {});
}

/** The customers of the table with this town, by Customer ID. */
async function customersWith(town: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let shard = 0; shard < 16; shard += 1) {
    let ExclusiveStartKey: QueryCommand['input']['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: cloud.cloud.outputs.CustomersTableName,
          KeyConditionExpression: 'PK = :shard',
          FilterExpression: '#field = :town',
          ExpressionAttributeNames: { '#field': field },
          ExpressionAttributeValues: { ':shard': { S: `CUSTOMER#${PREFIX}#${shard}` }, ':town': { S: town } },
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      for (const item of page.Items ?? []) found.add(item.SK?.S ?? '');
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return found;
}

/** Waits until the newest import, of this file, is as wanted. */
async function until(fileName: string, isThere: (shown: ShownImport) => boolean): Promise<ShownImport> {
  for (;;) {
    const shown = await cloud.newest(PREFIX);
    if (shown?.fileName === fileName && isThere(shown)) return shown;
    await pause();
  }
}

/** Stops the running execution, as an operator would in the console. */
function stopExecution(): void {
  const { stepFunctions, outputs } = cloud.cloud;
  const running = stepFunctions.list(outputs.ImportStateMachineArn ?? '').find(({ status }) => status === 'RUNNING');
  stepFunctions.abort(running?.executionArn ?? '');
}

test('a worker whose execution was stopped never overwrites a newer import', async () => {
  await seed();
  await cloud.upload('uploads/LATE/older.csv', file(upTo(ROWS), 'Leeds'));
  await until('older.csv', ({ status }) => status === 'running');
  while ((await customersWith('Leeds')).size === 0) await pause(100);
  stopExecution();
  const older = await until('older.csv', ({ status }) => status === 'failed');
  expect((await customersWith('Leeds')).size).toBeLessThan(ROWS);

  await cloud.upload('uploads/LATE/newer.csv', file(newerRows, 'Bath'));
  const queued = await until('newer.csv', ({ waiting }) => waiting !== undefined);
  expect(queued).toMatchObject({
    status: 'queued',
    waiting: { position: 1, reason: 'table-draining', importId: older.importId, until: older.drainsUntil },
  });
  const newer = await until('newer.csv', ({ status }) => status === 'completed');
  expect(countsOf(newer)).toEqual({ updated: 60, inserted: 0, ignored: 0, failed: 0, total: 60 });
  const waitedMs = Date.parse(newer.startedAt ?? '') - Date.parse(older.endedAt ?? '');
  expect(waitedMs).toBeGreaterThanOrEqual(DRAIN_MS);

  const atEnd = await customersWith('Leeds');
  await pause(DRAIN_MS);
  expect(await customersWith('Leeds')).toEqual(atEnd);
  expect(await customersWith('Bath')).toEqual(new Set(newerRows.map(idOf)));
  expect(await cloud.call('POST', `/imports/${older.importId}/resume`)).toMatchObject({
    status: 409,
    body: { code: 'import.superseded', detail: expect.stringContaining(newer.importId) },
  });
});
