import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { placeOf } from '../domain/event-place.ts';
import type { CustomerHistory } from '../ports.ts';
import { fromHistoryItem, historyPartition, historySortPrefix } from './history-item.ts';
import { valueRemovals } from './value-removals.ts';

export function customerHistory(client: DynamoDBClient, tableName: string, backOff: BackOff): CustomerHistory {
  return {
    async list(table, customerId, request, isConsistent) {
      const keys = { partition: historyPartition(table, customerId), sortPrefix: historySortPrefix(customerId) };
      const { items, ...rest } = await page(client, { table: tableName, ...keys, isConsistent }, request);
      return { items: readEach(items, fromHistoryItem), ...rest };
    },
    placeOf,
    ...valueRemovals(client, tableName, backOff),
  };
}
