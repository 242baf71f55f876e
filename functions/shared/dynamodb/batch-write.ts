import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { BackOff } from './back-off.ts';
import { withRetries } from './with-retries.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const ITEMS_PER_WRITE = 25;

/**
 * Writes items with distinct keys, 25 a request and all requests at once, and repeats those that DynamoDB leaves
 * unprocessed.
 * @throws TableBusy
 */
export async function batchWrite(
  client: DynamoDBClient,
  tableName: string,
  backOff: BackOff,
  requests: readonly WriteRequest[],
): Promise<void> {
  const batches = batchesOf(requests, ITEMS_PER_WRITE);
  await Promise.all(batches.map((batch) => writeBatch(client, tableName, backOff, batch)));
}

/** In their order, each of this size but the last. */
export const batchesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

async function writeBatch(
  client: DynamoDBClient,
  tableName: string,
  backOff: BackOff,
  requests: readonly WriteRequest[],
): Promise<void> {
  let open = [...requests];
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const input = { RequestItems: { [tableName]: open } };
    const { UnprocessedItems } = await withRetries(backOff, open.length, () =>
      client.send(new BatchWriteItemCommand(input)),
    );
    open = UnprocessedItems?.[tableName] ?? [];
    if (open.length > 0) await backOff.wait(attempt, open.length, 'UnprocessedItems');
  }
}
