import type { Permission } from '../../shared/domain/permissions.ts';
import type { NeededOf } from '../../shared/http/access.ts';
import type { ImportRepository } from '../ports.ts';
import { ImportPathSchema } from '../resource.ts';

interface ImportServices {
  readonly imports: Pick<ImportRepository, 'find'>;
}

/** For a route that is about one import: the account is that of its CRM table. */
export function onImport(permission: Permission): NeededOf<ImportServices> {
  return {
    permission,
    accountFrom: 'import',
    findAccount: async ({ imports }, { params }) => {
      const { data } = ImportPathSchema.safeParse(params);
      return data && (await imports.find(data.importId))?.accountPrefix;
    },
  };
}
