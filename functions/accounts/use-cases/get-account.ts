import { getEntity } from '../../shared/use-cases/entity-use-cases.ts';
import type { AccountId } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';

export const ACCOUNT_NOUN = 'account';

/** For other contexts. @throws DomainError `account.not-found` */
export const getAccount = ({ accounts }: { readonly accounts: Pick<AccountRepository, 'read'> }, id: AccountId) =>
  getEntity(ACCOUNT_NOUN, accounts, id);
