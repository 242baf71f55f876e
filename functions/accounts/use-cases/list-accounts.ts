import type { AccountScope } from '../../shared/domain/caller.ts';
import { matchesFilter } from '../../shared/domain/filter.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Account } from '../domain/account.ts';
import type { AccountPorts, AccountRepository } from '../ports.ts';

type Texts = Readonly<Record<string, unknown>>;

const textOf = (account: Texts) => (attribute: string) => {
  const text = account[attribute];
  return typeof text === 'string' ? text : undefined;
};

/** A page of named accounts, read one by one: a user has roles for at most 45. */
async function pageOfNamed(
  accounts: Pick<AccountRepository, 'read'>,
  prefixes: readonly string[],
  { limit, after, filter }: PageRequest,
): Promise<Page<Revised<Account>>> {
  const rest = [...prefixes].sort().filter((prefix) => after === undefined || prefix > after);
  const read = rest.slice(0, limit);
  const found = await Promise.all(read.map((accountPrefix) => accounts.read({ accountPrefix })));
  const items = found
    .filter((account) => account !== undefined)
    .filter(({ value }) => filter === undefined || matchesFilter(filter, textOf(value)));
  const next = rest.length > limit ? read.at(-1) : undefined;
  return { items, ...(next !== undefined && { next }) };
}

/** Lists the accounts in a scope: a caller must not learn the names of other clients. */
export async function listAccounts(
  { accounts }: Pick<AccountPorts, 'accounts'>,
  request: PageRequest,
  scope: AccountScope,
): Promise<Page<Revised<Account>>> {
  if (scope !== 'all') return pageOfNamed(accounts, scope, request);
  return (await accounts.list({}, request)) ?? { items: [] };
}
