import * as z from 'zod';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { checkItem, type GuardedWrite } from '../../shared/dynamodb/control-table.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

/** Counts the users who have a role for an account by its prefix. */
export function accountHoldersKey(accountPrefix: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.accountHolders, SK: accountPrefix };
}

const HoldersSchema = z.object({ holders: z.int() });

/** 0 for an account that no grant has ever named. */
export const accountHoldersOf = (item: Item | undefined): number => (item ? readItem(HoldersSchema, item).holders : 0);

/** Part of the deletion of an account: its grants would hold for a later account of the same prefix. */
export function noGrantNames<R>(accountPrefix: string, rejection: R): GuardedWrite<R> {
  const condition = {
    ConditionExpression: 'attribute_not_exists(PK) OR holders = :none',
    ExpressionAttributeValues: { ':none': { N: '0' } },
  };
  return checkItem(accountHoldersKey(accountPrefix), condition, rejection);
}
