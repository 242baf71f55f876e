import type { QueryClient } from '@tanstack/react-query';
import { treeAccounts } from './accounts/queries.ts';
import { firstCampaigns } from './campaigns/queries.ts';
import { type CrmTableSummary, firstCrmTables } from './crm-tables/queries.ts';
import type { Api } from './shared/api/client.ts';
import { PALETTE_STALE_MS as staleTime } from './shared/palette/source.ts';
import { type Feature, isOn } from './shared/session/features-model.ts';
import { meQuery } from './shared/session/me.ts';

/** The most accounts and CRM tables whose parts are read for the palette: two requests each. */
const MOST = 50;

export interface TableOfAccount extends CrmTableSummary {
  readonly accountPrefix: string;
}

/** @param feature only the accounts for which it is on: the lists of others answer 404 */
export async function accountsOf(api: Api, client: QueryClient, feature?: Feature) {
  const { pages } = await client.fetchInfiniteQuery({ ...treeAccounts(api), staleTime });
  const accounts = pages.flatMap(({ items }) => items);
  if (feature === undefined) return accounts;
  const me = await client.fetchQuery(meQuery(api));
  return accounts.filter(({ prefix }) => isOn(me, feature, prefix));
}

export async function campaignsOf(api: Api, client: QueryClient) {
  const accounts = (await accountsOf(api, client)).slice(0, MOST);
  const pages = await Promise.all(
    accounts.map(({ prefix }) => client.fetchQuery({ ...firstCampaigns(api, prefix), staleTime })),
  );
  return pages.flatMap(({ items }) => items);
}

export async function tablesOf(api: Api, client: QueryClient): Promise<readonly TableOfAccount[]> {
  const accounts = (await accountsOf(api, client, 'crm')).slice(0, MOST);
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
