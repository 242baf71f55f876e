import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { entityRepository } from '../../shared/dynamodb/entity-repository.ts';
import { AccountSchema, accountId } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';
import { accountKey } from './account-item.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

export const accountRepository = (table: ControlTable): AccountRepository =>
  entityRepository(table, {
    schema: AccountSchema,
    list: () => ({ partition: ACCOUNT_PARTITIONS.accounts, sortPrefix: '' }),
    key: ({ accountPrefix }) => accountKey(accountPrefix),
    idOf: accountId,
  });
