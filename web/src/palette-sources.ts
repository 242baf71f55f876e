import { firstDefinitions } from './definitions/queries.ts';
import { firstGroups } from './groups/queries.ts';
import { newestImports } from './imports/queries.ts';
import { PALETTE_ACTIONS } from './palette-actions.ts';
import { accountsOf, campaignsOf, pageOfTable, publishedTables, tablesOf } from './palette-reads.ts';
import { firstRoles } from './roles/queries.ts';
import { firstSchedules } from './schedules/queries.ts';
import { type PaletteSource, PALETTE_STALE_MS as staleTime } from './shared/palette/source.ts';
import { firstUsers } from './users/choices.ts';

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
    find: async (api, client) =>
      (await campaignsOf(api, client)).map(({ id, accountPrefix, name }) => ({
        text: name,
        detail: accountPrefix,
        href: `/accounts/${accountPrefix}/campaigns/${id}`,
      })),
  },
  {
    name: 'CRM tables',
    permission: 'setup.read',
    feature: 'crm',
    find: async (api, client) =>
      (await tablesOf(api, client)).map((table) => ({
        text: table.name,
        detail: table.prefix,
        href: pageOfTable(table),
      })),
  },
  {
    name: 'Imports',
    permission: 'customers.import',
    feature: 'crm',
    find: async (api, client) =>
      (await client.fetchQuery({ ...newestImports(api), staleTime })).items.map(({ importId, fileName, prefix }) => ({
        text: fileName,
        detail: prefix,
        href: `/imports/${importId}`,
      })),
  },
  {
    name: 'Import definitions',
    permission: 'customers.import',
    feature: 'crm',
    find: async (api, client) => {
      const tables = await publishedTables(api, client);
      const found = await Promise.all(
        tables.map(async (table) => {
          const { items } = await client.fetchQuery({ ...firstDefinitions(api, table.prefix), staleTime });
          return items.map(({ definitionId, name }) => ({
            text: name,
            detail: table.prefix,
            href: `${pageOfTable(table)}/definitions/${definitionId}`,
          }));
        }),
      );
      return found.flat();
    },
  },
  {
    name: 'Schedules',
    permission: 'customers.import',
    feature: 'crm',
    find: async (api, client) => {
      const tables = await publishedTables(api, client);
      const found = await Promise.all(
        tables.map(async (table) => {
          const { items } = await client.fetchQuery({ ...firstSchedules(api, table.prefix), staleTime });
          return items.map(({ scheduleId, name }) => ({
            text: name,
            detail: table.prefix,
            href: `${pageOfTable(table)}/schedules/${scheduleId}`,
          }));
        }),
      );
      return found.flat();
    },
  },
  {
    name: 'Users',
    permission: 'users.manage',
    needsText: true,
    find: async (api, client) =>
      (await client.fetchQuery({ ...firstUsers(api), staleTime })).items.map(({ id, fullName, username }) => ({
        text: fullName,
        detail: username,
        href: `/users/${id}`,
      })),
  },
  {
    name: 'Groups',
    permission: 'users.manage',
    needsText: true,
    find: async (api, client) =>
      (await client.fetchQuery({ ...firstGroups(api), staleTime })).items.map(({ id, name }) => ({
        text: name,
        href: `/groups/${id}`,
      })),
  },
  {
    name: 'Roles',
    permission: 'users.manage',
    needsText: true,
    find: async (api, client) =>
      (await client.fetchQuery({ ...firstRoles(api), staleTime })).items.map(({ id, name }) => ({
        text: name,
        href: `/roles/${id}`,
      })),
  },
  ...PALETTE_ACTIONS,
];
