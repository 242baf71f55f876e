import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DOCUMENT_ORDERS, type DocumentFolder, fromOrderItem, keyOfOrder } from '../../customers/index.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { DocumentRemovals } from '../ports.ts';
import { customerOf, documentUploadKey, fromUploadItem, uploadsOf, uploadsPartition } from './upload-item.ts';
import { subtractUsage } from './usage-item.ts';

const UPLOADS_PER_PAGE = 100;
/** Above every id of an order of the same time. */
const AFTER_ALL_IDS = '$';

export function documentRemovals(client: DynamoDBClient, TableName: string): DocumentRemovals {
  async function* itemsOf(partition: string, sortPrefix: string): AsyncIterable<Item> {
    let after: string | undefined;
    do {
      const list = { table: TableName, partition, sortPrefix, isConsistent: true };
      const read = await page(client, list, { limit: UPLOADS_PER_PAGE, after });
      yield* read.items;
      after = read.next;
    } while (after !== undefined);
  }

  async function* uploadsOfShard(shard: Omit<DocumentFolder, 'customer'>) {
    for await (const item of itemsOf(uploadsPartition(shard), ''))
      for (const upload of readEach([item], fromUploadItem))
        yield { folder: { ...shard, customer: customerOf(item) }, upload };
  }

  async function* uploadsIn(folder: DocumentFolder) {
    for await (const item of itemsOf(uploadsPartition(folder), uploadsOf(folder)))
      yield* readEach([item], fromUploadItem);
  }

  return {
    async listDue(now, limit) {
      const between = { from: '0', to: `${now}${AFTER_ALL_IDS}` };
      const list = { table: TableName, partition: DOCUMENT_ORDERS, sortPrefix: '', between, isConsistent: true };
      return readEach((await page(client, list, { limit, after: undefined })).items, fromOrderItem);
    },
    async complete(order) {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOfOrder(order) }));
    },
    uploadsIn,
    uploadsOfShard,
    async claim(folder, uploadId, keepsStored) {
      const Key = documentUploadKey(folder, uploadId);
      const condition = keepsStored ? 'attribute_exists(PK) AND #state <> :stored' : 'attribute_exists(PK)';
      const values = keepsStored ? { ':removing': 'removing', ':stored': 'stored' } : { ':removing': 'removing' };
      try {
        await client.send(
          new UpdateItemCommand({
            ...{ TableName, Key },
            UpdateExpression: 'SET #state = :removing',
            ConditionExpression: condition,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: toItem(values),
          }),
        );
        return 'claimed';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
        return Item ? 'kept' : 'absent';
      }
    },
    async forget(folder, uploadId) {
      const Key = documentUploadKey(folder, uploadId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return;
      const { bytes, isCounted } = fromUploadItem(Item);
      // Another worker may have removed it at the same time: what it counted is subtracted once.
      await transact(client, [
        { Delete: { TableName, Key, ConditionExpression: 'attribute_exists(PK)' } },
        ...(isCounted ? [subtractUsage(TableName, folder.accountPrefix, bytes)] : []),
      ]);
    },
  };
}
