import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Account, AccountSchema } from '../domain/account.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

export function accountKey(accountPrefix: string): ControlKey {
  return { PK: ACCOUNT_PARTITIONS.accounts, SK: accountPrefix };
}

const AccountItemSchema = z.object({ ...AccountSchema.shape, revision: z.int().min(1) });

export const ACCOUNT_ATTRIBUTES = Object.keys(AccountItemSchema.shape);

export function toAccountItem(account: Account, revision: number): Item {
  return toItem({ ...accountKey(account.prefix), ...account, revision });
}

export function fromAccountItem(item: Item): Revised<Account> {
  const { revision, ...value } = readItem(AccountItemSchema, item);
  return { value, revision };
}
