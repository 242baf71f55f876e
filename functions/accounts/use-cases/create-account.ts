import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Account, NewAccount } from '../domain/account.ts';
import type { AccountPorts } from '../ports.ts';
import { accountEntry } from './edit-accounts.ts';

/** @throws DomainError `account.prefix-taken` */
export async function createAccount(
  { accounts, clock }: Pick<AccountPorts, 'accounts' | 'clock'>,
  input: NewAccount,
  origin: RequestOrigin,
): Promise<Revised<Account>> {
  const account = { ...input, createdAt: clock.now().toISOString() };
  const created = await accounts.create(account, accountEntry(origin, 'create', account.prefix, { after: account }));
  if (created !== 'exists') return created;
  const code = 'account.prefix-taken';
  throw new DomainError('conflict', code, `Account ${input.prefix} already exists.`, [
    { pointer: '/prefix', code, detail: 'Choose another prefix.' },
  ]);
}
