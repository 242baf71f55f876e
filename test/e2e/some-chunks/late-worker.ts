import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { DynamoPublishedTableReader } from '../../../functions/crm-tables/index.ts';
import { customersIn } from '../../../functions/customers/index.ts';
import { countsOf, pause, type ShownImport } from '../test-cloud.ts';
import { cloud, LIMITS, WRITE_STEP_SECONDS } from './cloud.ts';

const PREFIX = 'LATE';
/** Several chunks for each worker, so that it is stopped before it has written all. */
const ROWS = 3_000;
/** With the skew that a drain adds. */
const DRAIN_MS = (WRITE_STEP_SECONDS + 5) * 1000;

const idOf = (n: number): string => `LATE_${String(n).padStart(5, '0')}`;
const file = (numbers: readonly number[], town: string): string =>
  `Customer ID,First name\n${numbers.map((n) => `${idOf(n)},${town}\n`).join('')}`;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
/** Rows of the first chunk that is written, in descending order, and in it the last: its worker comes to them after it was stopped. */
const newerRows = upTo(60).map((n) => ROWS - LIMITS.writeRows + n);

/** Code of the field that holds the town. */
let field: string;

/** Puts the customers into the table, which is faster than an import. */
async function seed(client: DynamoDBClient): Promise<void> {
  const { CustomersTableName = '', ControlTableName = '' } = cloud.cloud.outputs;
  const found = await new DynamoPublishedTableReader(client, ControlTableName).readPublished(PREFIX);
  if (found.status !== 'published') throw new Error('the table is not published');
  const columns = found.table.fields.filter(({ label }) => label === 'First name');
  field = columns[0]?.code ?? '';
  const bulk = customersIn({ customers: CustomersTableName }, client).bulk({
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
    search: 'none',
  });
  const customers = upTo(ROWS).flatMap((n) => {
    const prepared = bulk.prepare('insert', idOf(n), ['York']);
    return prepared.rejected ? [] : [prepared];
  });
  await bulk.insert(customers, () => {});
}

/** The customers of the table with this town, by Customer ID. */
async function customersWith(client: DynamoDBClient, town: string): Promise<Set<string>> {
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
  const { endpoints, region, credentials } = cloud.cloud;
  await using clients = new AsyncDisposableStack();
  const client = clients.adopt(new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials }), (each) =>
    each.destroy(),
  );
  // An account of its own: other imports of the cloud wait for a confirmation.
  await cloud.publish(PREFIX, 'LAT');
  await seed(client);
  await cloud.upload('uploads/LATE/older.csv', file(upTo(ROWS), 'Leeds'));
  await until('older.csv', ({ status }) => status === 'running');
  while ((await customersWith(client, 'Leeds')).size === 0) await pause(100);
  stopExecution();
  const older = await until('older.csv', ({ status }) => status === 'failed');
  expect((await customersWith(client, 'Leeds')).size).toBeLessThan(ROWS);

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

  const atEnd = await customersWith(client, 'Leeds');
  await pause(DRAIN_MS);
  expect(await customersWith(client, 'Leeds')).toEqual(atEnd);
  expect(await customersWith(client, 'Bath')).toEqual(new Set(newerRows.map(idOf)));
  expect(await cloud.call('POST', `/imports/${older.importId}/resume`)).toMatchObject({
    status: 409,
    body: { code: 'import.superseded', detail: expect.stringContaining(newer.importId) },
  });
}, 300_000);
