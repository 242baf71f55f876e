import { type Account, type AccountId, accountId } from '../../functions/accounts/domain/account.ts';
import type { AccountContents } from '../../functions/accounts/domain/account-contents.ts';
import type { AccountContentsReader, AccountRepository } from '../../functions/accounts/ports.ts';
import type { PageRequest } from '../../functions/shared/domain/page.ts';
import type { Revised } from '../../functions/shared/domain/revised.ts';
import { MemoryRepository } from './memory-repository.ts';

/** Accounts, their contents, and the sequence numbers of their prefixes, in memory. */
export class MemoryAccounts implements AccountRepository, AccountContentsReader {
  readonly #accounts = new MemoryRepository(accountId);
  readonly #sequences = new Map<string, number>();
  readonly #contents = new Map<string, AccountContents>();

  read(id: AccountId) {
    return this.#accounts.read(id);
  }

  list(parent: object, request: PageRequest) {
    return this.#accounts.list(parent, request);
  }

  replace(before: Revised<Account>, after: Account) {
    return this.#accounts.replace(before, after);
  }

  async create(account: Account): Promise<Revised<Account> | 'exists'> {
    const id = accountId(account);
    if (await this.read(id)) return 'exists';
    const created = { value: account, revision: (await this.readSequence(id)) + 1 };
    this.#accounts.stored.set(JSON.stringify(id), created);
    return created;
  }

  async readSequence({ accountPrefix }: AccountId): Promise<number> {
    return this.#sequences.get(accountPrefix) ?? 0;
  }

  async remove(account: Revised<Account>, sequence: number): Promise<'written' | 'stale' | 'sequence-raised'> {
    const { prefix } = account.value;
    if ((await this.readSequence(accountId(account.value))) !== sequence) return 'sequence-raised';
    const outcome = await this.#accounts.remove(account);
    if (outcome === 'written') this.#sequences.set(prefix, Math.max(sequence, account.revision));
    return outcome;
  }

  async countIn({ accountPrefix }: AccountId): Promise<AccountContents> {
    return this.#contents.get(accountPrefix) ?? { campaigns: 0, crmTables: 0, users: 0 };
  }

  /** Gives an account contents, as the creation of a campaign or a CRM table does. */
  fill(accountPrefix: string, contents: AccountContents): void {
    this.#contents.set(accountPrefix, contents);
    this.#sequences.set(accountPrefix, (this.#sequences.get(accountPrefix) ?? 0) + 1);
  }
}
