import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Account, NewAccount } from '../domain/account.ts';
import type { AccountPorts } from '../ports.ts';

/** @throws DomainError `account.prefix-taken` */
export async function createAccount(
  { accounts, clock }: Pick<AccountPorts, 'accounts' | 'clock'>,
  input: NewAccount,
): Promise<Revised<Account>> {
  const created = await accounts.create({ ...input, createdAt: clock.now().toISOString() });
  if (created !== 'exists') return created;
  const code = 'account.prefix-taken';
  throw new DomainError('conflict', code, `Account ${input.prefix} already exists.`, [
    { pointer: '/prefix', code, detail: 'Choose another prefix.' },
  ]);
}
