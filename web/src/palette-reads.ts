import type { QueryClient } from '@tanstack/react-query';
import { treeAccounts } from './accounts/queries.ts';
import { firstCampaigns } from './campaigns/queries.ts';
import { type CrmTableSummary, firstCrmTables } from './crm-tables/queries.ts';
import type { Api } from './shared/api/client.ts';
import { PALETTE_STALE_MS as staleTime } from './shared/palette/source.ts';

/** The most accounts and CRM tables whose parts are read for the palette: two requests each. */
const MOST = 50;

export interface TableOfAccount extends CrmTableSummary {
  readonly accountPrefix: string;
}

export const accountsOf = async (api: Api, client: QueryClient) =>
  (await client.fetchInfiniteQuery({ ...treeAccounts(api), staleTime })).pages.flatMap(({ items }) => items);

export async function campaignsOf(api: Api, client: QueryClient) {
  const accounts = (await accountsOf(api, client)).slice(0, MOST);
  const pages = await Promise.all(
    accounts.map(({ prefix }) => client.fetchQuery({ ...firstCampaigns(api, prefix), staleTime })),
  );
  return pages.flatMap(({ items }) => items);
}

export async function tablesOf(api: Api, client: QueryClient): Promise<readonly TableOfAccount[]> {
  const accounts = (await accountsOf(api, client)).slice(0, MOST);
  const pages = await Promise.all(
    accounts.map(async ({ prefix: accountPrefix }) => {
      const { items } = await client.fetchQuery({ ...firstCrmTables(api, accountPrefix), staleTime });
      return items.map((table) => ({ ...table, accountPrefix }));
    }),
  );
  return pages.flat();
}

/** Definitions and schedules belong to published tables, and stand on the page of their table. */
export const publishedTables = async (api: Api, client: QueryClient) =>
  (await tablesOf(api, client)).filter(({ publishedVersion }) => publishedVersion !== null).slice(0, MOST);

export const pageOfTable = ({ accountPrefix, prefix }: TableOfAccount): string =>
  `/accounts/${accountPrefix}/crm-tables/${prefix}`;
