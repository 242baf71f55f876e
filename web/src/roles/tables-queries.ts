import { type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { treeAccounts } from '../accounts/queries.ts';
import { type CrmTableSummary, firstCrmTables, tableQuery } from '../crm-tables/queries.ts';
import { ApiError } from '../shared/api/api-error.ts';
import type { Api } from '../shared/api/client.ts';
import { useApi } from '../shared/services.tsx';
import { isOn } from '../shared/session/features-model.ts';
import { meQuery } from '../shared/session/me.ts';
import { ROLES } from './text.ts';

/** A hundred accounts each. */
const MOST_PAGES = 50;
const ACCOUNTS_AT_ONCE = 8;
const STALE_MS = 60_000;

interface PublishedTable extends CrmTableSummary {
  readonly accountPrefix: string;
}

/** The tables of an account; none if the account, or its CRM, is gone since the accounts were read. */
async function tablesOfAccount(api: Api, client: QueryClient, accountPrefix: string): Promise<PublishedTable[]> {
  try {
    const { items } = await client.fetchQuery({ ...firstCrmTables(api, accountPrefix), staleTime: STALE_MS });
    const published = items.filter(({ publishedVersion }) => publishedVersion !== null);
    return published.map((table) => ({ ...table, accountPrefix }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

async function everyTable(api: Api, client: QueryClient): Promise<readonly PublishedTable[]> {
  const me = await client.fetchQuery(meQuery(api));
  const { pages } = await client.fetchInfiniteQuery({ ...treeAccounts(api), pages: MOST_PAGES, staleTime: STALE_MS });
  const accounts = pages.flatMap(({ items }) => items).filter(({ prefix }) => isOn(me, 'crm', prefix));
  const tables: PublishedTable[] = [];
  for (let at = 0; at < accounts.length; at += ACCOUNTS_AT_ONCE) {
    const some = accounts.slice(at, at + ACCOUNTS_AT_ONCE);
    tables.push(...(await Promise.all(some.map(({ prefix }) => tablesOfAccount(api, client, prefix)))).flat());
  }
  return tables;
}

/** The published CRM tables of every account; none while they load. */
export function useEveryTable(): readonly PublishedTable[] {
  const api = useApi();
  const client = useQueryClient();
  const { data = [] } = useQuery({
    queryKey: ['crm-tables', 'of-every-account'],
    queryFn: () => everyTable(api, client),
    staleTime: STALE_MS,
  });
  return data;
}

/** Names CRM tables and their fields as users know them; by their codes while, or where, the names are not known. */
export function useTableNames(prefixes: readonly string[]): {
  readonly tableName: (prefix: string) => string;
  readonly fieldName: (prefix: string, code: string) => string;
} {
  const api = useApi();
  const every = useEveryTable();
  const tables = every.filter(({ prefix }) => prefixes.includes(prefix));
  const found = useQueries({
    queries: tables.map(({ accountPrefix, prefix }) => ({
      ...tableQuery(api, accountPrefix, prefix),
      staleTime: STALE_MS,
    })),
  });
  const fields = new Map(tables.map(({ prefix }, at) => [prefix, found[at]?.data?.body.published?.fields ?? []]));
  const names = new Map(tables.map(({ prefix, name }) => [prefix, name]));
  return {
    tableName: (prefix) => {
      const name = names.get(prefix) ?? (every.length > 0 ? ROLES.unknownTable : undefined);
      return name === undefined ? prefix : `${prefix} · ${name}`;
    },
    fieldName: (prefix, code) => fields.get(prefix)?.find((field) => field.code === code)?.label ?? code,
  };
}
