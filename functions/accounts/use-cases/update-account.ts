import { type Revised, staleRevision } from '../../shared/domain/revised.ts';
import type { Account, AccountChange } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';
import { getAccount } from './get-account.ts';

/**
 * Changes an account that is still as its reader saw it.
 * @throws DomainError `account.not-found`, `if-match.stale`
 */
export async function updateAccount(
  deps: { readonly accounts: AccountRepository },
  prefix: string,
  change: AccountChange,
  revision: number,
): Promise<Revised<Account>> {
  const current = await getAccount(deps, prefix);
  const account = changed(current.value, change);
  if ((await deps.accounts.replace(account, revision)) === 'stale') throw staleRevision();
  return { value: account, revision: revision + 1 };
}

function changed(
  { confirmImportsOverDollars: before, ...account }: Account,
  { confirmImportsOverDollars: asked, ...change }: AccountChange,
): Account {
  const limit = asked === undefined ? before : asked;
  return { ...account, ...change, ...(typeof limit === 'number' && { confirmImportsOverDollars: limit }) };
}
