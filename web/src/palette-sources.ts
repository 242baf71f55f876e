import type { QueryClient } from '@tanstack/react-query';
import { treeAccounts } from './accounts/queries.ts';
import { firstCampaigns } from './campaigns/queries.ts';
import { CAMPAIGNS } from './campaigns/text.ts';
import { type CrmTableSummary, firstCrmTables } from './crm-tables/queries.ts';
import { firstDefinitions } from './definitions/queries.ts';
import { newestImports } from './imports/queries.ts';
import { firstSchedules } from './schedules/queries.ts';
import type { Api } from './shared/api/client.ts';
import { type PaletteSource, PALETTE_STALE_MS as staleTime } from './shared/palette/source.ts';

/** The most accounts and CRM tables whose parts are read for the palette: two requests each. */
const MOST = 50;

interface TableOfAccount extends CrmTableSummary {
  readonly accountPrefix: string;
}

const accountsOf = async (api: Api, client: QueryClient) =>
  (await client.fetchInfiniteQuery({ ...treeAccounts(api), staleTime })).pages.flatMap(({ items }) => items);

async function tablesOf(api: Api, client: QueryClient): Promise<readonly TableOfAccount[]> {
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
const publishedTables = async (api: Api, client: QueryClient) =>
  (await tablesOf(api, client)).filter(({ publishedVersion }) => publishedVersion !== null).slice(0, MOST);

const pageOf = ({ accountPrefix, prefix }: TableOfAccount): string => `/accounts/${accountPrefix}/crm-tables/${prefix}`;

/** What the command palette finds by name. */
export const PALETTE_SOURCES: readonly PaletteSource[] = [
  {
    name: 'Accounts',
    permission: 'setup.read',
    find: async (api, client) =>
      (await accountsOf(api, client)).map(({ prefix, name }) => ({
        text: name,
        detail: prefix,
        href: `/accounts/${prefix}`,
      })),
  },
  {
    name: 'Campaigns',
    permission: 'setup.read',
    find: async (api, client) => {
      const accounts = (await accountsOf(api, client)).slice(0, MOST);
      const pages = await Promise.all(
        accounts.map(({ prefix }) => client.fetchQuery({ ...firstCampaigns(api, prefix), staleTime })),
      );
      return pages
        .flatMap(({ items }) => items)
        .map(({ id, accountPrefix, name }) => ({
          text: name,
          detail: accountPrefix,
          href: `/accounts/${accountPrefix}/campaigns/${id}`,
        }));
    },
  },
  {
    name: 'CRM tables',
    permission: 'setup.read',
    find: async (api, client) =>
      (await tablesOf(api, client)).map((table) => ({ text: table.name, detail: table.prefix, href: pageOf(table) })),
  },
  {
    name: 'Imports',
    permission: 'customers.import',
    find: async (api, client) =>
      (await client.fetchQuery({ ...newestImports(api), staleTime })).items.map(({ importId, fileName, prefix }) => ({
        text: fileName,
        detail: prefix,
        href: `/imports/${importId}`,
      })),
  },
  {
    name: CAMPAIGNS.create,
    permission: 'campaigns.manage',
    find: async (api, client) =>
      (await accountsOf(api, client)).map(({ prefix, name }) => ({
        text: `${CAMPAIGNS.create}: ${name}`,
        detail: prefix,
        href: `/accounts/${prefix}/campaigns/new`,
      })),
  },
  {
    name: 'Import definitions',
    permission: 'customers.import',
    find: async (api, client) => {
      const tables = await publishedTables(api, client);
      const found = await Promise.all(
        tables.map(async (table) => {
          const { items } = await client.fetchQuery({ ...firstDefinitions(api, table.prefix), staleTime });
          return items.map(({ definitionId, name }) => ({
            text: name,
            detail: table.prefix,
            href: `${pageOf(table)}?definition=${definitionId}`,
          }));
        }),
      );
      return found.flat();
    },
  },
  {
    name: 'Schedules',
    permission: 'customers.import',
    find: async (api, client) => {
      const tables = await publishedTables(api, client);
      const found = await Promise.all(
        tables.map(async (table) => {
          const { items } = await client.fetchQuery({ ...firstSchedules(api, table.prefix), staleTime });
          return items.map(({ scheduleId, name }) => ({
            text: name,
            detail: table.prefix,
            href: `${pageOf(table)}?schedule=${scheduleId}`,
          }));
        }),
      );
      return found.flat();
    },
  },
];
