import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Removal, RemovedTable } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { shardOf } from '../domain/shard.ts';
import { type CustomerItem, shardKey } from './customer-item.ts';
import { historyShard, historySortPrefix } from './history-item.ts';
import { notesPartitionOf } from './note-items.ts';
import { erasedItem } from './record-item.ts';
import { keyOfRemoval, REMOVALS } from './removal-item.ts';

const keyOf = ({ prefix, shardCount }: RemovedTable, customerId: string) => ({
  PK: { S: shardKey(prefix, shardOf(customerId, shardCount)) },
  SK: { S: customerId },
});

/** The history and the notes of one customer. */
export const historyRemoval = (tools: RemovalTools, customerId: string): Removal =>
  itemRemoval({
    ...tools,
    name: 'history',
    lists({ prefix, shardCount }) {
      const partition = historyShard(prefix, shardOf(customerId, shardCount));
      const sortPrefix = historySortPrefix(customerId);
      return [
        { kind: 'history-events', partition, sortPrefix },
        { kind: 'note-texts', partition: notesPartitionOf(partition), sortPrefix },
        { kind: 'note-texts', partition: notesPartitionOf(partition), sortKey: customerId },
        { kind: 'open-removals', partition: REMOVALS, sortKey: keyOfRemoval({ prefix, customerId }).SK?.S ?? '' },
      ];
    },
  });

export function customerErasure({ client, table: TableName }: Pick<RemovalTools, 'client' | 'table'>) {
  const read = async (table: RemovedTable, customerId: string): Promise<CustomerItem | undefined> => {
    const get = new GetItemCommand({ TableName, Key: keyOf(table, customerId), ConsistentRead: true });
    return (await client.send(get)).Item;
  };
  /** @returns false if another writer has changed the item since it was read */
  const put = async (before: CustomerItem | undefined, Item: CustomerItem): Promise<boolean> => {
    const unchanged = {
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': before?.version ?? { N: '0' } },
    };
    try {
      await client.send(
        new PutItemCommand({
          ...{ TableName, Item },
          ...(before ? unchanged : { ConditionExpression: 'attribute_not_exists(PK)' }),
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  };
  return {
    isThere: async (table: RemovedTable, customerId: string) => {
      const item = await read(table, customerId);
      return item !== undefined && item.deletedAt === undefined;
    },
    /**
     * Replaces the customer, a tombstone or nothing by a marked tombstone: an edit or an import that began before fails
     * there, and no customer is created in its place until the mark is gone.
     */
    async replace(table: RemovedTable, customerId: string, at: string): Promise<void> {
      for (;;) {
        const before = await read(table, customerId);
        if (before?.erasing !== undefined) return;
        if (await put(before, erasedItem(before ?? keyOf(table, customerId), at))) return;
      }
    },
    /** Takes the mark away. May be repeated. */
    async open(table: RemovedTable, customerId: string): Promise<void> {
      for (;;) {
        const marked = await read(table, customerId);
        if (marked?.erasing === undefined) return;
        const { erasing: _, ...opened } = marked;
        if (await put(marked, opened)) return;
      }
    },
  };
}

/** For the order of an erasure: reads the key of one item. Also a tombstone is known. */
export function knownCustomers({ client, table: TableName }: Pick<RemovalTools, 'client' | 'table'>) {
  return async (table: RemovedTable, customerId: string): Promise<boolean> => {
    const Key = keyOf(table, customerId);
    const get = { TableName, Key, ConsistentRead: true, ProjectionExpression: 'PK' };
    return (await client.send(new GetItemCommand(get))).Item !== undefined;
  };
}
