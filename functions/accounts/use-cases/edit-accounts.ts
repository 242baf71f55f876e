import { type AuditedEntity, editUseCases, entryOf } from '../../shared/use-cases/entity-use-cases.ts';
import { type Account, changedAccount } from '../domain/account.ts';
import type { AccountPorts } from '../ports.ts';
import { ACCOUNT_NOUN } from './get-account.ts';

const AUDIT: AuditedEntity<Account> = { account: ({ prefix }) => prefix, personal: ['manager'] };

export const accountEntry = entryOf(ACCOUNT_NOUN, AUDIT);

/** Lists, reads and updates accounts. */
export const editAccounts = editUseCases({
  noun: ACCOUNT_NOUN,
  repository: ({ accounts }: AccountPorts) => accounts,
  update: changedAccount,
  audit: AUDIT,
});
