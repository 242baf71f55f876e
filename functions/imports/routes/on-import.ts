import type { Permission } from '../../shared/domain/permissions.ts';
import { accountOf, type NeededOf } from '../../shared/http/access.ts';
import type { RawRequest } from '../../shared/http/http-event.ts';
import type { ImportRepository } from '../ports.ts';

interface ImportServices {
  readonly imports: Pick<ImportRepository, 'find'>;
}

/** The CRM table of an import; undefined for an upload that names none. */
async function tableOf({ imports }: ImportServices, { params: { importId = '' } }: RawRequest) {
  const found = importId === '' ? undefined : await imports.find(importId);
  if (found?.accountPrefix === undefined) return undefined;
  return { prefix: found.prefix, accountPrefix: found.accountPrefix };
}

/** The permission for a route of one import: the account is that of its CRM table. */
export function onImport(permission: Permission): NeededOf<ImportServices> {
  return {
    permission,
    accountFrom: 'import',
    findAccount: async (services, request) => accountOf((await tableOf(services, request))?.accountPrefix),
    findTable: tableOf,
  };
}
