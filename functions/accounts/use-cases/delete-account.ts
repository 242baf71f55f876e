import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { type ExpectedRevision, staleRevision } from '../../shared/domain/revised.ts';
import { getAtRevision } from '../../shared/use-cases/entity-use-cases.ts';
import type { AccountId } from '../domain/account.ts';
import { contentsText } from '../domain/account-contents.ts';
import type { AccountPorts } from '../ports.ts';
import { accountEntry } from './edit-accounts.ts';
import { ACCOUNT_NOUN } from './get-account.ts';

const inUse = (detail: string) => new DomainError('conflict', 'account.in-use', detail);

/**
 * Deletes an account without campaigns and CRM tables that no grant names. The sequence number is read before they are counted: if one is
 * created after the count, the number has risen, and the account stays.
 * @throws DomainError `account.not-found`, `account.in-use`, `if-match.stale`
 */
export async function deleteAccount(
  { accounts, contents }: Pick<AccountPorts, 'accounts' | 'contents'>,
  id: AccountId,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<void> {
  const account = await getAtRevision(ACCOUNT_NOUN, accounts, id, revision);
  const sequence = await accounts.readSequence(id);
  const found = contentsText(await contents.countIn(id));
  if (found !== undefined) throw inUse(`Account ${id.accountPrefix} ${found}`);
  const entry = accountEntry(origin, 'delete', id.accountPrefix, { before: account.value });
  const outcome = await accounts.remove(account, sequence, entry);
  if (outcome === 'stale') throw staleRevision();
  if (outcome === 'sequence-raised')
    throw inUse(`A campaign or CRM table of account ${id.accountPrefix} has been created at this moment.`);
  if (outcome === 'granted') throw inUse(`A user has got a role for account ${id.accountPrefix} at this moment.`);
}
