import type { Account, AccountRepository } from '../../../functions/accounts/index.ts';
import type { Page, PageRequest } from '../../../functions/shared/domain/page.ts';
import type { Revised } from '../../../functions/shared/domain/revised.ts';

export class InMemoryAccounts implements AccountRepository {
  readonly stored = new Map<string, Revised<Account>>();

  async create(account: Account): Promise<'created' | 'prefix-taken'> {
    if (this.stored.has(account.prefix)) return 'prefix-taken';
    this.stored.set(account.prefix, { value: account, revision: 1 });
    return 'created';
  }

  async read(prefix: string): Promise<Revised<Account> | undefined> {
    return this.stored.get(prefix);
  }

  async list({ limit, after = '' }: PageRequest): Promise<Page<Account>> {
    const found = [...this.stored.values()].map(({ value }) => value).filter(({ prefix }) => prefix > after);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.prefix } : { items };
  }

  async replace(account: Account, revision: number): Promise<'replaced' | 'stale'> {
    if (this.stored.get(account.prefix)?.revision !== revision) return 'stale';
    this.stored.set(account.prefix, { value: account, revision: revision + 1 });
    return 'replaced';
  }
}
