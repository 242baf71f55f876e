import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Account, NewAccount } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';

/** @throws DomainError `account.prefix-taken` */
export async function createAccount(
  deps: { readonly accounts: AccountRepository; readonly clock: Clock },
  input: NewAccount,
): Promise<Revised<Account>> {
  const account = { ...input, createdAt: deps.clock.now().toISOString() };
  if ((await deps.accounts.create(account)) === 'created') return { value: account, revision: 1 };
  throw new DomainError('conflict', 'account.prefix-taken', `There is already an account ${account.prefix}.`, [
    { pointer: '/prefix', code: 'account.prefix-taken', detail: 'Choose another prefix.' },
  ]);
}
