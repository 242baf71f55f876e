import * as z from 'zod';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import type { PendingSignIn } from '../ports.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

const PENDING_SORT_PREFIX = 'SIGN-IN-PENDING#';

/** The pending acts of the sign-in service. An item per user, so that the worker does not read all users. */
export const PENDING_LIST = { partition: PEOPLE_PARTITIONS.people, sortPrefix: PENDING_SORT_PREFIX };

export function pendingKey(userId: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `${PENDING_SORT_PREFIX}${userId}` };
}

/** Held by the one worker that works through the list. */
export const workerKey = (): ControlKey => ({ PK: PEOPLE_PARTITIONS.people, SK: 'SIGN-IN-WORKER' });

const PendingSchema = z.object({ userId: z.string(), dueAt: z.iso.datetime() });

export function fromPendingItem(item: Item): PendingSignIn {
  const { userId, dueAt } = readItem(PendingSchema, item);
  return { userId, dueAt: new Date(dueAt) };
}

/** Adds a user to the list, or changes when the act is due. The write has no condition, so the rejection never occurs. */
export function putPendingSignIn<R>(userId: string, dueAt: Date, rejection: R): GuardedWrite<R> {
  const update = {
    UpdateExpression: 'SET userId = :userId, dueAt = :dueAt',
    ExpressionAttributeValues: { ':userId': { S: userId }, ':dueAt': { S: dueAt.toISOString() } },
  };
  return updateItem(pendingKey(userId), update, rejection);
}
