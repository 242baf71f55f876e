import { nextRevision } from '../../shared/domain/revised.ts';
import { type ControlTable, type GuardedWrite, replace } from '../../shared/dynamodb/control-table.ts';
import { MOST_WRITES_TOGETHER } from '../../shared/dynamodb/transact.ts';
import { UserRightsSchema } from '../domain/user-rights.ts';
import type { RightsRejection, RightsRepository } from '../ports.ts';
import { moveAccountHolders } from './account-holders.ts';
import { revisedRights, rightsKey, roleHolders } from './rights-item.ts';

const KNOWN = [...Object.keys(UserRightsSchema.shape), 'revision'];

export function rightsRepository(table: ControlTable): RightsRepository {
  return {
    async read({ userId }) {
      const item = await table.get(rightsKey(userId));
      return item && revisedRights(item);
    },
    async replace(before, after, entry) {
      const { value, revision } = nextRevision(before, after);
      const item = { ...value, ...rightsKey(value.userId), revision };
      const writes: GuardedWrite<RightsRejection>[] = [
        replace(item, { known: KNOWN, revision: before.revision }, 'stale'),
        ...roleHolders(before.value.grants, after.grants, 'role-unknown' as const),
        ...moveAccountHolders(before.value.grants, after.grants, 'account-unknown' as const),
      ];
      // The audit entry is one more.
      return writes.length >= MOST_WRITES_TOGETHER ? 'too-many-changes' : table.writeAudited(writes, entry);
    },
  };
}
