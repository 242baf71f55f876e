import { matchesFilter } from '../../shared/domain/filter.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { foldName } from '../../shared/domain/text.ts';
import { type ControlTable, deleteItem, releaseName } from '../../shared/dynamodb/control-table.ts';
import { entityRepository } from '../../shared/dynamodb/entity-repository.ts';
import { atRevision } from '../../shared/dynamodb/overwrite.ts';
import { BUILT_IN_ROLES, builtInRole, type Role, RoleSchema, roleId } from '../domain/role.ts';
import type { RoleRepository } from '../ports.ts';
import { ifUnheld } from './holders.ts';
import { ROLE_LIST, roleKey, roleNameKey } from './role-item.ts';

/** A built-in role never changes. */
const builtIn = (value: Role): Revised<Role> => ({ value, revision: 1 });

const hasBuiltInName = ({ name }: Role): boolean =>
  BUILT_IN_ROLES.some((role) => foldName(role.name) === foldName(name));

/** The built-in roles of a page: they come before the stored ones, whose list then begins at its start. */
function builtInPage({ limit, after, filter }: PageRequest) {
  const isAmong = after === undefined || builtInRole(after) !== undefined;
  const rest = isAmong ? BUILT_IN_ROLES.filter(({ id }) => after === undefined || id > after) : [];
  const shown = rest.filter(({ name }) => filter === undefined || matchesFilter(filter, () => name));
  return { items: shown.slice(0, limit), isLast: shown.length <= limit, isAmong };
}

export function roleRepository(table: ControlTable): RoleRepository {
  const stored = entityRepository(table, {
    schema: RoleSchema,
    list: () => ROLE_LIST,
    key: (id) => roleKey(id.roleId),
    idOf: roleId,
    nameKey: roleNameKey,
  });
  return {
    create: async (role, entry) => (hasBuiltInName(role) ? 'name-taken' : stored.create(role, entry)),
    replace: async (before, after, entry) =>
      hasBuiltInName(after) ? 'name-taken' : stored.replace(before, after, entry),
    async read(id) {
      const found = builtInRole(id.roleId);
      return found ? builtIn(found) : stored.read(id);
    },
    async list(parent, request): Promise<Page<Revised<Role>>> {
      const first = builtInPage(request);
      const items = first.items.map(builtIn);
      const last = items.at(-1)?.value.id;
      const limit = request.limit - items.length;
      if (last !== undefined && (!first.isLast || limit === 0)) return { items, next: last };
      const after = first.isAmong ? undefined : request.after;
      const page = await stored.list(parent, { ...request, limit, after });
      return { ...page, items: [...items, ...(page?.items ?? [])] };
    },
    remove({ value, revision }, entry) {
      const writes = [
        deleteItem(roleKey(value.id), ifUnheld(atRevision(revision)), 'stale' as const),
        releaseName(roleNameKey(value), 'stale' as const),
      ];
      return table.writeAudited(writes, entry);
    },
  };
}
