import { nextRevision } from '../../shared/domain/revised.ts';
import { type ControlTable, replace } from '../../shared/dynamodb/control-table.ts';
import { UserRightsSchema } from '../domain/user-rights.ts';
import type { RightsRepository } from '../ports.ts';
import { revisedRights, rightsKey, roleHolders } from './rights-item.ts';

const KNOWN = [...Object.keys(UserRightsSchema.shape), 'revision'];

export function rightsRepository(table: ControlTable): RightsRepository {
  return {
    async read({ userId }) {
      const item = await table.get(rightsKey(userId));
      return item && revisedRights(item);
    },
    replace(before, after) {
      const { value, revision } = nextRevision(before, after);
      const item = { ...value, ...rightsKey(value.userId), revision };
      return table.write([
        replace(item, { known: KNOWN, revision: before.revision }, 'stale' as const),
        ...roleHolders(before.value.grants, after.grants, 'role-unknown' as const),
      ]);
    },
  };
}
