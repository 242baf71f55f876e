import { editUseCases } from '../../shared/use-cases/entity-use-cases.ts';
import { changedAccount } from '../domain/account.ts';
import type { AccountPorts } from '../ports.ts';
import { ACCOUNT_NOUN } from './get-account.ts';

/** Lists, reads and updates accounts. */
export const editAccounts = editUseCases({
  noun: ACCOUNT_NOUN,
  repository: ({ accounts }: AccountPorts) => accounts,
  update: changedAccount,
});
