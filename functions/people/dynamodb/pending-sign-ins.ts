import { marshall } from '@aws-sdk/util-dynamodb';
import { type ControlTable, deleteItem, updateItem } from '../../shared/dynamodb/control-table.ts';
import { atRevision } from '../../shared/dynamodb/overwrite.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { userId } from '../domain/user.ts';
import type { PendingSignIns } from '../ports.ts';
import { fromPendingItem, PENDING_LIST, pendingKey, workerKey } from './sign-in-item.ts';
import { userKey } from './user-item.ts';

const FREE = 'attribute_not_exists(heldUntil) OR heldUntil < :now';

export function pendingSignIns(table: ControlTable): PendingSignIns {
  return {
    async list(request) {
      const page = await table.page(PENDING_LIST, request);
      return { ...page, items: readEach(page.items, fromPendingItem) };
    },
    complete({ value, revision }, signIn) {
      const { ConditionExpression, ExpressionAttributeValues } = atRevision(revision);
      const update = {
        UpdateExpression: 'SET signIn = :signIn',
        ConditionExpression,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ':signIn': { M: marshall(signIn) } },
      };
      return table.write([
        updateItem(userKey(userId(value).userId), update, 'stale' as const),
        deleteItem(pendingKey(value.id), {}, 'stale' as const),
      ]);
    },
    async forget(id) {
      await table.write([deleteItem(pendingKey(id.userId), {}, undefined)]);
    },
    async acquire(now, until) {
      const update = {
        UpdateExpression: 'SET heldUntil = :until',
        ConditionExpression: FREE,
        ExpressionAttributeValues: { ':until': { S: until.toISOString() }, ':now': { S: now.toISOString() } },
      };
      return (await table.write([updateItem(workerKey(), update, 'held' as const)])) === 'written';
    },
    async release(until) {
      const held = {
        ConditionExpression: 'heldUntil = :until',
        ExpressionAttributeValues: { ':until': { S: until.toISOString() } },
      };
      await table.write([deleteItem(workerKey(), held, 'held' as const)]);
    },
  };
}
