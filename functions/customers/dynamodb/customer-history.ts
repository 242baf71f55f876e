import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { withoutValues } from '../domain/history-event.ts';
import type { CustomerHistory } from '../ports.ts';
import type { BackOff } from './back-off.ts';
import { withRetries } from './dynamo-calls.ts';
import { fromHistoryItem, historyPartition, historySortPrefix, placeOf, toHistoryItem } from './history-item.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const EVENTS_PER_WRITE = 25;
/** Writes of one deletion at the same time: 10,000 events take some seconds. */
const PAGE_OF_REMOVAL = 100;

export function customerHistory(client: DynamoDBClient, tableName: string, backOff: BackOff): CustomerHistory {
  /** Writes events, and repeats those that DynamoDB leaves unprocessed. */
  async function put(requests: readonly WriteRequest[]): Promise<void> {
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

  const listOf = (table: PublishedTable, customerId: string, isConsistent: boolean) => ({
    table: tableName,
    partition: historyPartition(table, customerId),
    sortPrefix: historySortPrefix(customerId),
    isConsistent,
  });

  return {
    async list(table, customerId, request, consistent) {
      const list = listOf(table, customerId, consistent);
      const { items, ...rest } = await page(client, list, request);
      return { items: readEach(items, fromHistoryItem), ...rest };
    },
    placeOf,
    async removeValues(table, customerId) {
      const list = listOf(table, customerId, true);
      let after: string | undefined;
      do {
        const { items, next } = await page(client, list, { limit: PAGE_OF_REMOVAL, after });
        const requests = readEach(items, fromHistoryItem).map((event) => ({
          PutRequest: { Item: toHistoryItem(table, customerId, withoutValues(event)) },
        }));
        const batches = Array.from({ length: Math.ceil(requests.length / EVENTS_PER_WRITE) }, (_, index) =>
          requests.slice(index * EVENTS_PER_WRITE, (index + 1) * EVENTS_PER_WRITE),
        );
        await Promise.all(batches.map(put));
        after = next;
      } while (after !== undefined);
    },
  };
}
