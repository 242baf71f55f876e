import { noGrantNames } from '../../people/index.ts';
import {
  type ControlTable,
  checkItem,
  type GuardedWrite,
  insert,
  remove,
  updateItem,
} from '../../shared/dynamodb/control-table.ts';
import { entityRepository } from '../../shared/dynamodb/entity-repository.ts';
import { AccountSchema, accountId } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';
import { accountKey } from './account-item.ts';
import { atSequence, sequenceKey, sequenceOf } from './account-sequence.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

/** No account of the prefix that is created later has this revision or a lower one. */
function passRevision<R>(accountPrefix: string, sequence: number, revision: number, rejection: R): GuardedWrite<R> {
  const guard = atSequence(sequence);
  const update = {
    ...guard,
    UpdateExpression: 'SET #sequence = :next',
    ExpressionAttributeValues: {
      ...guard.ExpressionAttributeValues,
      ':next': { N: String(Math.max(sequence, revision)) },
    },
  };
  return updateItem(sequenceKey(accountPrefix), update, rejection);
}

export function accountRepository(table: ControlTable): AccountRepository {
  const { read, list, replace } = entityRepository(table, {
    schema: AccountSchema,
    list: () => ({ partition: ACCOUNT_PARTITIONS.accounts, sortPrefix: '' }),
    key: ({ accountPrefix }) => accountKey(accountPrefix),
    idOf: accountId,
  });
  const readSequence = async (accountPrefix: string) => sequenceOf(await table.get(sequenceKey(accountPrefix)));
  return {
    read,
    list,
    replace,
    readSequence: ({ accountPrefix }) => readSequence(accountPrefix),
    async create(account, entry) {
      const { prefix } = account;
      const sequence = await readSequence(prefix);
      const revision = sequence + 1;
      const writes = [
        insert({ ...account, ...accountKey(prefix), revision }, 'exists' as const),
        // The number can only have risen while an account had the prefix.
        checkItem(sequenceKey(prefix), atSequence(sequence), 'exists' as const),
      ];
      const outcome = await table.writeAudited(writes, entry);
      return outcome === 'written' ? { value: account, revision } : 'exists';
    },
    remove({ value: { prefix }, revision }, sequence, entry) {
      const writes = [
        remove(accountKey(prefix), revision, 'stale' as const),
        passRevision(prefix, sequence, revision, 'sequence-raised' as const),
        noGrantNames(prefix, 'granted' as const),
      ];
      return table.writeAudited<'stale' | 'sequence-raised' | 'granted'>(writes, entry);
    },
  };
}
