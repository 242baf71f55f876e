import { type ControlTable, deleteItem, releaseName } from '../../shared/dynamodb/control-table.ts';
import { entityRepository } from '../../shared/dynamodb/entity-repository.ts';
import { atRevision } from '../../shared/dynamodb/overwrite.ts';
import { GroupSchema, groupId } from '../domain/group.ts';
import type { GroupRepository } from '../ports.ts';
import { GROUP_LIST, groupKey, groupNameKey } from './group-item.ts';
import { ifUnheld } from './holders.ts';

export function groupRepository(table: ControlTable): GroupRepository {
  return {
    ...entityRepository(table, {
      schema: GroupSchema,
      list: () => GROUP_LIST,
      key: (id) => groupKey(id.groupId),
      idOf: groupId,
      nameKey: groupNameKey,
    }),
    remove({ value, revision }, entry) {
      const writes = [
        deleteItem(groupKey(value.id), ifUnheld(atRevision(revision)), 'stale' as const),
        releaseName(groupNameKey(value), 'stale' as const),
      ];
      return table.writeAudited(writes, entry);
    },
  };
}
