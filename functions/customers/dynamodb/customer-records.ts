import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import type { CustomerRecords, EditReply } from '../ports.ts';
import { CustomerLayout } from './customer-item.ts';
import { customerOrderItem } from './document-order-item.ts';
import { toHistoryItem } from './history-item.ts';
import { pinsKey } from './note-items.ts';
import { batchGet, type TableReader } from './read-customers.ts';
import { allFields, recordOf, revivedItem, tombstoneItem } from './record-item.ts';
import { newRemovalItem } from './removal-item.ts';
import { editInput } from './write-item.ts';

/** The customer is unchanged since it was read. Every write raises the version, so nothing else has to be compared. */
const atVersion = ({ version }: CustomerRecord) => ({
  ConditionExpression: '#version = :read',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':read': { N: String(version) } },
});

const IS_NEW = { ConditionExpression: 'attribute_not_exists(PK)' };

export function customerRecords(client: DynamoDBClient, reader: TableReader): CustomerRecords {
  const { tableName: TableName } = reader;

  /** Writes a customer together with the event of its history. */
  async function write(
    table: PublishedTable,
    customerId: string,
    customer: TransactWriteItem,
    event: HistoryEvent,
    further: readonly TransactWriteItem[] = [],
  ): Promise<EditReply> {
    const put = { Put: { TableName, Item: toHistoryItem(table, customerId, event), ...IS_NEW } };
    const [failed] = await transact(client, [customer, put, ...further]);
    if (failed === undefined) return 'written';
    if (failed === 0) return 'condition-failed';
    throw new Error('An event of the history has the key of another one');
  }

  return {
    async read(table, customerId, consistent) {
      const Key = new CustomerLayout(allFields(table)).key(customerId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: consistent }));
      return Item && recordOf(table, Item);
    },
    async readMany(table, customerIds) {
      const records: CustomerRecord[] = [];
      const layout = new CustomerLayout(allFields(table));
      if (customerIds.length > 0)
        await batchGet(reader, layout, customerIds, false, (item) => records.push(recordOf(table, item)));
      return records;
    },
    create(fields, customer, tombstone, event) {
      const layout = new CustomerLayout(fields);
      const Put = tombstone
        ? {
            TableName,
            Item: revivedItem(layout.item(customer, tombstone.version + 1), tombstone),
            ...atVersion(tombstone),
          }
        : { TableName, Item: layout.item(customer), ...IS_NEW };
      return write(fields.table, customer.customerId, { Put }, event);
    },
    update(fields, customer, before, event) {
      const Update = editInput(TableName, new CustomerLayout(fields), customer, before);
      return write(fields.table, customer.customerId, { Update }, event);
    },
    remove(table, before, event) {
      const key = new CustomerLayout(allFields(table)).key(before.customerId);
      const Put = { TableName, Item: tombstoneItem(key, before, event.at), ...atVersion(before) };
      // Replaces the removal of an earlier deletion: the events before that one are also before this one.
      const removal = { Put: { TableName, Item: newRemovalItem(table, before.customerId, event) } };
      const pins = { Delete: { TableName, Key: pinsKey(table, before.customerId) } };
      const documents = { Put: { TableName, Item: customerOrderItem(table, before.customerId, event) } };
      return write(table, before.customerId, { Put }, event, [removal, pins, documents]);
    },
  };
}
