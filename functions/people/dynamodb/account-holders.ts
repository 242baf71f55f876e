import { accountKey } from '../../accounts/index.ts';
import { type GuardedWrite, mustExist, updateItem } from '../../shared/dynamodb/control-table.ts';
import { namedAccounts, type UserGrant } from '../domain/user-rights.ts';
import { accountHoldersKey } from './account-holders-item.ts';

function addHolder<R>(accountPrefix: string, count: 1 | -1, rejection: R): GuardedWrite<R> {
  const update = {
    UpdateExpression: 'ADD holders :count',
    ExpressionAttributeValues: { ':count': { N: String(count) } },
  };
  return updateItem(accountHoldersKey(accountPrefix), update, rejection);
}

/**
 * Part of every transaction that changes grants: a newly named account exists, and each named account counts its users.
 * Without both a grant could outlive its account.
 */
export function moveAccountHolders<R>(
  before: readonly UserGrant[],
  after: readonly UserGrant[],
  unknown: R,
): GuardedWrite<R>[] {
  const [old, named] = [namedAccounts(before), namedAccounts(after)];
  const added = named.filter((accountPrefix) => !old.includes(accountPrefix));
  const removed = old.filter((accountPrefix) => !named.includes(accountPrefix));
  return [
    ...added.flatMap((each) => [mustExist(accountKey(each), unknown), addHolder(each, 1, unknown)]),
    ...removed.map((each) => addHolder(each, -1, unknown)),
  ];
}
