import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Account } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';

/** @throws DomainError `account.not-found` */
export async function getAccount(
  deps: { readonly accounts: Pick<AccountRepository, 'read'> },
  prefix: string,
): Promise<Revised<Account>> {
  const account = await deps.accounts.read(prefix);
  if (account) return account;
  throw new DomainError('not-found', 'account.not-found', `There is no account ${prefix}.`);
}
