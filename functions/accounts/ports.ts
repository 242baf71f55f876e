import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Repository } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Account, AccountId } from './domain/account.ts';
import type { AccountContents } from './domain/account-contents.ts';

/** Everything that a write depends on is checked in the write itself. */
export interface AccountRepository extends Pick<Repository<Account, object, AccountId>, 'read' | 'list' | 'replace'> {
  /**
   * Stores a new account. Its revision is higher than those of all earlier accounts of its prefix, so that none of
   * their ETags is valid for it.
   */
  create(account: Account, entry: AuditEntry): Promise<Revised<Account> | 'exists'>;
  /** The sequence number of the account's prefix. Each creation of a campaign or CRM table of the account raises it. */
  readSequence(id: AccountId): Promise<number>;
  /** Removes the account if its revision and the sequence number of its prefix are unchanged, and no grant names it. */
  remove(
    account: Revised<Account>,
    sequence: number,
    entry: AuditEntry,
  ): Promise<'written' | 'stale' | 'sequence-raised' | 'granted'>;
}

export interface AccountContentsReader {
  /** By consistent reads. */
  countIn(id: AccountId): Promise<AccountContents>;
}

export interface AccountPorts {
  readonly accounts: AccountRepository;
  readonly contents: AccountContentsReader;
  readonly clock: Clock;
}
