import { ACCOUNTS } from './accounts/text.ts';
import { CAMPAIGNS } from './campaigns/text.ts';
import { CRM_TABLES } from './crm-tables/text.ts';
import { accountsOf, campaignsOf, pageOfTable, tablesOf } from './palette-reads.ts';
import type { PaletteSource } from './shared/palette/source.ts';
import type { Feature } from './shared/session/features-model.ts';
import type { Permission } from './shared/session/me.ts';

function ofEachAccount(name: string, permission: Permission, page: string, feature?: Feature): PaletteSource {
  return {
    name,
    permission,
    ...(feature && { feature }),
    needsText: true,
    find: async (api, client) =>
      (await accountsOf(api, client, feature)).map((account) => ({
        text: `${name}: ${account.name}`,
        detail: account.prefix,
        href: `/accounts/${account.prefix}/${page}`,
      })),
  };
}

function ofEachTable(name: string, permission: Permission, page: string): PaletteSource {
  return {
    name,
    permission,
    feature: 'crm',
    needsText: true,
    find: async (api, client) =>
      (await tablesOf(api, client)).map((table) => ({
        text: `${name}: ${table.name}`,
        detail: table.prefix,
        href: `${pageOfTable(table)}/${page}`,
      })),
  };
}

/** The pages that do something with one account, campaign or CRM table. */
export const PALETTE_ACTIONS: readonly PaletteSource[] = [
  ofEachAccount(CAMPAIGNS.create, 'campaigns.manage', 'campaigns/new'),
  ofEachAccount(CRM_TABLES.create, 'crm-tables.design', 'new-crm-table', 'crm'),
  ofEachAccount(ACCOUNTS.editOne, 'accounts.manage', 'edit'),
  {
    name: CAMPAIGNS.editOne,
    permission: 'campaigns.manage',
    needsText: true,
    find: async (api, client) =>
      (await campaignsOf(api, client)).map(({ id, accountPrefix, name }) => ({
        text: `${CAMPAIGNS.editOne}: ${name}`,
        detail: accountPrefix,
        href: `/accounts/${accountPrefix}/campaigns/${id}/edit`,
      })),
  },
  ofEachTable(CRM_TABLES.design, 'crm-tables.design', 'design'),
  ofEachTable(CRM_TABLES.publish, 'crm-tables.publish', 'publish'),
  ofEachTable(CRM_TABLES.versions, 'setup.read', 'versions'),
  ofEachTable(CRM_TABLES.copy, 'crm-tables.design', 'copy'),
];
