import { type AccountScope, type Caller, type Grant, scopeOf, unionOf } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { hides, protects, rulesIn } from '../../shared/domain/field-rules.ts';
import { PERMISSION_NAMES, type Permission } from '../../shared/domain/permissions.ts';

function contains(own: AccountScope, given: AccountScope): boolean {
  if (own === 'all') return true;
  return given !== 'all' && given.every((accountPrefix) => own.includes(accountPrefix));
}

/** What needs the rights: to give them, or to act on a user who has them. */
export interface Exceeding {
  permissions(missing: string): string;
  fields(missing: string): string;
}

const GIVING: Exceeding = {
  permissions: (missing) => `You can give only permissions that you have for the same accounts. You lack: ${missing}.`,
  fields: (missing) => `You can give only fields that you see and change yourself. Hide or protect: ${missing}.`,
};

/** For acts on a user, such as a deletion. */
export const ACTING: Exceeding = {
  permissions: (missing) => `The user has permissions that you do not have for the same accounts: ${missing}.`,
  fields: (missing) => `The user sees or changes fields that you do not: ${missing}.`,
};

/**
 * A caller gives nobody more than they have: otherwise the permission to manage users would be every permission.
 * @throws DomainError `rights.exceed-own`
 */
export function requireOwn(
  caller: Pick<Caller, 'grants'>,
  permissions: readonly Permission[],
  accounts: AccountScope,
  texts = GIVING,
) {
  const missing = permissions.filter((permission) => !contains(scopeOf(caller, permission), accounts));
  if (missing.length === 0) return;
  throw new DomainError('forbidden', 'rights.exceed-own', texts.permissions(missing.join(', ')));
}

const ON_CUSTOMERS = PERMISSION_NAMES.filter((permission) => permission.startsWith('customers.'));

/** What a role or a grant gives. */
type RoleRights = Pick<Grant, 'permissions' | 'fieldRules'>;

/** Whether a role gives the permission on a field to which the restriction does not apply. */
const gives = (role: RoleRights, permission: Permission, restricts: typeof hides, prefix: string, code: string) =>
  role.permissions.includes(permission) && !restricts(rulesIn(role, prefix), code);

/**
 * The same for fields: a caller who does not see a field gives nobody a role that shows it. Only fields with a rule in one
 * of the caller's own roles can be lacking.
 * @param before the role before the change: what it gave already is not given now
 * @throws DomainError `rights.exceed-own`
 */
export function requireOwnFields(
  { grants }: Pick<Caller, 'grants'>,
  role: RoleRights,
  accounts: AccountScope,
  before: RoleRights = { permissions: [], fieldRules: [] },
  texts = GIVING,
): void {
  const restricted = grants.flatMap(({ fieldRules }) =>
    fieldRules.flatMap(({ prefix, hidden, readOnly }) => [...hidden, ...readOnly].map((code) => ({ prefix, code }))),
  );
  const isLacking = (prefix: string, code: string) =>
    [hides, protects].some((restricts) =>
      ON_CUSTOMERS.some((permission) => {
        if (!gives(role, permission, restricts, prefix, code)) return false;
        if (gives(before, permission, restricts, prefix, code)) return false;
        const own = grants.filter((grant) => gives(grant, permission, restricts, prefix, code));
        return !contains(unionOf(own), accounts);
      }),
    );
  const missing = restricted.filter(({ prefix, code }) => isLacking(prefix, code));
  if (missing.length === 0) return;
  const named = [...new Set(missing.map(({ prefix, code }) => `${prefix} ${code}`))].sort().join(', ');
  throw new DomainError('forbidden', 'rights.exceed-own', texts.fields(named));
}
