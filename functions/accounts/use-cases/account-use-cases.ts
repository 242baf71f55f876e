import { DomainError } from '../../shared/domain/errors.ts';
import { entityUseCases, getEntity } from '../../shared/use-cases/entity-use-cases.ts';
import { type Account, type AccountId, changedAccount, type NewAccount } from '../domain/account.ts';
import type { AccountPorts, AccountRepository } from '../ports.ts';

const noun = 'account';

function prefixTaken({ prefix }: Account): DomainError {
  return new DomainError('conflict', 'account.prefix-taken', `There is already an account ${prefix}.`, [
    { pointer: '/prefix', code: 'account.prefix-taken', detail: 'Choose another prefix.' },
  ]);
}

export const accountUseCases = entityUseCases({
  noun,
  repository: ({ accounts }: AccountPorts) => accounts,
  make: (input: NewAccount, _: object, { clock }) => ({ ...input, createdAt: clock.now().toISOString() }),
  update: changedAccount,
  rejections: { exists: prefixTaken },
});

/** @throws DomainError `account.not-found` */
export const getAccount = ({ accounts }: { readonly accounts: Pick<AccountRepository, 'read'> }, id: AccountId) =>
  getEntity(noun, accounts, id);
