import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import { placeOfEventId } from '../domain/event-place.ts';
import type { StoredEvent } from '../domain/history-event.ts';
import { CustomerLayout } from './customer-item.ts';
import { fromHistoryItem, type HistoryTable, historyKey, toHistoryItem } from './history-item.ts';
import { allFields } from './record-item.ts';

/** The customer has not been deleted since it was read: its notes and documents would outlive it. */
export const customerExists = (
  TableName: string,
  table: PublishedTable,
  { customerId, version }: CustomerRecord,
): TransactWriteItem => ({
  ConditionCheck: {
    TableName,
    Key: new CustomerLayout(allFields(table)).key(customerId),
    ConditionExpression:
      'attribute_exists(PK) AND attribute_not_exists(deletedAt) AND (attribute_not_exists(deletedVersion) OR deletedVersion <= :read)',
    ExpressionAttributeValues: { ':read': { N: String(version) } },
  },
});

/** Single events of histories, for contexts that write events of their own kind in their own transactions. */
export interface CustomerEvents {
  /** Strongly consistent. */
  find(table: HistoryTable, customerId: string, eventId: string): Promise<StoredEvent | undefined>;
  customerExists(table: PublishedTable, customer: CustomerRecord): TransactWriteItem;
  insert(table: HistoryTable, customerId: string, event: StoredEvent): TransactWriteItem;
  /** Replaces an event that still has this revision and was not deleted. */
  replace(table: HistoryTable, customerId: string, event: StoredEvent, revision: number): TransactWriteItem;
}

export function customerEvents(client: DynamoDBClient, TableName: string): CustomerEvents {
  return {
    async find(table, customerId, eventId) {
      const Key = historyKey(table, customerId, placeOfEventId(eventId));
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return readEach(Item ? [Item] : [], fromHistoryItem)[0];
    },
    customerExists: (table, customer) => customerExists(TableName, table, customer),
    insert: (table, customerId, event) => ({
      Put: {
        TableName,
        Item: toHistoryItem(table, customerId, event),
        ConditionExpression: 'attribute_not_exists(PK)',
      },
    }),
    replace: (table, customerId, event, revision) => ({
      Put: {
        TableName,
        Item: toHistoryItem(table, customerId, event),
        ConditionExpression: 'revision = :read AND attribute_not_exists(isDeleted)',
        ExpressionAttributeValues: toItem({ ':read': revision }),
      },
    }),
  };
}
