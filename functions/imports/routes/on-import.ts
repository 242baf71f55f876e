import type { Permission } from '../../shared/domain/permissions.ts';
import { accountOf, type NeededOf } from '../../shared/http/access.ts';
import type { ImportRepository } from '../ports.ts';

interface ImportServices {
  readonly imports: Pick<ImportRepository, 'find'>;
}

/** The permission for a route of one import: the account is that of its CRM table. */
export function onImport(permission: Permission): NeededOf<ImportServices> {
  return {
    permission,
    accountFrom: 'import',
    findAccount: async ({ imports }, { params: { importId = '' } }) =>
      accountOf(importId === '' ? undefined : (await imports.find(importId))?.accountPrefix),
  };
}
