import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type CustomerEvents, deletedDocument, documentFolder, toOrderItem } from '../../customers/index.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { DocumentStore } from '../ports.ts';
import { documentUploadKey, fromUploadItem, toUploadItem } from './upload-item.ts';
import { addUsage, documentUsageKey, fromUsageItem } from './usage-item.ts';

const IS_NEW = { ConditionExpression: 'attribute_not_exists(PK)' };

export function documentStore(client: DynamoDBClient, TableName: string, events: CustomerEvents): DocumentStore {
  async function get(Key: Item): Promise<Item | undefined> {
    return (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  }
  const replyOf = (failed: readonly number[]) => (failed.length === 0 ? 'written' : 'condition-failed');

  return {
    async findDocument(table, customerId, documentId) {
      const event = await events.find(table, customerId, documentId);
      return event?.kind === 'document' ? event : undefined;
    },
    async findUpload(folder, uploadId) {
      const item = await get(documentUploadKey(folder, uploadId));
      return item && fromUploadItem(item);
    },
    async readUploads(folder, uploadIds) {
      const items = await Promise.all(uploadIds.map((uploadId) => get(documentUploadKey(folder, uploadId))));
      return readEach(
        items.filter((item) => item !== undefined),
        fromUploadItem,
      );
    },
    readUsage: async (accountPrefix) => fromUsageItem(await get(documentUsageKey(accountPrefix))),
    async start(table, customer, upload, order) {
      const folder = documentFolder(table, customer.customerId);
      return replyOf(
        await transact(client, [
          events.customerExists(table, customer),
          { Put: { TableName, Item: toUploadItem(folder, upload), ...IS_NEW } },
          { Put: { TableName, Item: toOrderItem(order) } },
        ]),
      );
    },
    async complete(table, customer, { upload, document, before, change, quotaBytes }) {
      const { customerId } = customer;
      const folder = documentFolder(table, customerId);
      const stored: TransactWriteItem = {
        Put: {
          TableName,
          Item: toUploadItem(folder, upload),
          // A scan may have been recorded since it was read.
          ConditionExpression: '#state = :open AND #scan = :scan',
          ExpressionAttributeNames: { '#state': 'state', '#scan': 'scan' },
          ExpressionAttributeValues: toItem({ ':open': 'open', ':scan': upload.scan }),
        },
      };
      const [failed] = await transact(client, [
        addUsage(TableName, table.accountPrefix, upload.bytes, quotaBytes),
        events.customerExists(table, customer),
        stored,
        before
          ? events.replace(table, customerId, document, before.revision)
          : events.insert(table, customerId, document),
        ...(change ? [events.insert(table, customerId, change)] : []),
      ]);
      if (failed === undefined) return 'written';
      return failed === 0 ? 'quota-exceeded' : 'condition-failed';
    },
    async remove(table, customer, before, change, order) {
      const { customerId } = customer;
      return replyOf(
        await transact(client, [
          events.customerExists(table, customer),
          events.replace(table, customerId, deletedDocument(before), before.revision),
          events.insert(table, customerId, change),
          { Put: { TableName, Item: toOrderItem(order) } },
        ]),
      );
    },
  };
}
