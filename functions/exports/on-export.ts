import type { PublishedTableReader } from '../crm-tables/index.ts';
import type { Permission } from '../shared/domain/permissions.ts';
import { accountOf, type NeededOf } from '../shared/http/access.ts';
import { tableOfExport } from './domain/export.ts';

/** The permission for a route of one export: the account is that of the CRM table that the id names. */
export function onExport(
  permission: Permission,
): NeededOf<{ readonly tables: Pick<PublishedTableReader, 'readPublished'> }> {
  return {
    permission,
    accountFrom: 'export',
    findAccount: async ({ tables }, { params: { exportId = '' } }) => {
      const prefix = tableOfExport(exportId);
      const found = prefix === undefined ? undefined : await tables.readPublished(prefix);
      if (!found || found.status === 'unknown') return accountOf(undefined);
      return accountOf(found.status === 'published' ? found.table.accountPrefix : found.accountPrefix);
    },
  };
}
