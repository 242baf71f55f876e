import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Account } from './domain/account.ts';

/** Prefixes are upper case. */
export interface AccountRepository {
  create(account: Account): Promise<'created' | 'prefix-taken'>;
  read(prefix: string): Promise<Revised<Account> | undefined>;
  list(page: PageRequest): Promise<Page<Account>>;
  /** Replaces the account if its revision is still this one; raises the revision by one. */
  replace(account: Account, revision: number): Promise<'replaced' | 'stale'>;
}
