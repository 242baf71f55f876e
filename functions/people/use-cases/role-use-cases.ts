import { DomainError } from '../../shared/domain/errors.ts';
import {
  type AuditedEntity,
  type EntityUseCases,
  entityUseCases,
  entryOf,
  getAtRevision,
} from '../../shared/use-cases/entity-use-cases.ts';
import { requireOwn, requireOwnFields } from '../domain/exceeding.ts';
import { tidyFieldRules } from '../domain/field-rules.ts';
import { builtInRole, type Role, type RoleId, type RoleInput, roleId } from '../domain/role.ts';
import type { PeoplePorts } from '../ports.ts';

const ROLE_NOUN = 'role';

/** @throws DomainError `role.built-in` */
function requireOfAdministrators({ roleId }: RoleId): void {
  if (!builtInRole(roleId)) return;
  throw new DomainError(
    'conflict',
    'role.built-in',
    'A built-in role cannot be changed or deleted. Make another role.',
  );
}

/** A client that knows no field rules must not remove them by an update. */
const rulesAfter = (before: Role, { fieldRules }: RoleInput) =>
  fieldRules ? tidyFieldRules(fieldRules) : before.fieldRules;

const AUDIT: AuditedEntity<Role> = { account: () => undefined, personal: [] };
const entryFor = entryOf(ROLE_NOUN, AUDIT);

const ordinary = entityUseCases({
  noun: ROLE_NOUN,
  repository: ({ roles }: PeoplePorts) => roles,
  make: (input: RoleInput, _: object, { ids, clock }): Role => ({
    id: ids.newId(),
    ...input,
    fieldRules: tidyFieldRules(input.fieldRules ?? []),
    isBuiltIn: false,
    createdAt: clock.now().toISOString(),
  }),
  idOf: roleId,
  update: (before: Role, change: RoleInput) => ({ ...before, ...change, fieldRules: rulesAfter(before, change) }),
  audit: AUDIT,
});

/** Everybody may read the roles; a role has no permission that its author lacks. */
export const roleUseCases: EntityUseCases<PeoplePorts, Role, object, RoleId, RoleInput, RoleInput> = {
  ...ordinary,
  async create(ports, parent, input, origin) {
    requireOwn(origin.caller, input.permissions, 'all');
    requireOwnFields(origin.caller, { ...input, fieldRules: input.fieldRules ?? [] }, 'all');
    return ordinary.create(ports, parent, input, origin);
  },
  async update(ports, id, change, revision, origin) {
    requireOfAdministrators(id);
    const before = await getAtRevision(ROLE_NOUN, ports.roles, id, revision);
    const added = change.permissions.filter((permission) => !before.value.permissions.includes(permission));
    requireOwn(origin.caller, added, 'all');
    const after = { ...change, fieldRules: rulesAfter(before.value, change) };
    requireOwnFields(origin.caller, after, 'all', before.value);
    return ordinary.update(ports, id, change, revision, origin);
  },
  async remove(ports, id, revision, origin) {
    requireOfAdministrators(id);
    const role = await getAtRevision(ROLE_NOUN, ports.roles, id, revision);
    const entry = entryFor(origin, 'delete', id.roleId, { before: role.value });
    if ((await ports.roles.remove(role, entry)) === 'written') return;
    // Another request may have changed the role since it was read.
    await getAtRevision(ROLE_NOUN, ports.roles, id, revision);
    throw new DomainError('conflict', 'role.in-use', 'Users have this role. Take it from them first.');
  },
};
