import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { ACTING, type Exceeding, requireOwn, requireOwnFields } from '../domain/exceeding.ts';
import type { Role } from '../domain/role.ts';
import type { UserId } from '../domain/user.ts';
import type { UserGrant } from '../domain/user-rights.ts';
import type { PeoplePorts } from '../ports.ts';

/** A grant with the role that it names. */
export interface ResolvedGrant {
  readonly grant: UserGrant;
  /** Undefined if the role does not exist. */
  readonly role: Role | undefined;
}

/** The roles of grants, in the order of the grants. */
export function resolveGrants(
  { roles }: Pick<PeoplePorts, 'roles'>,
  grants: readonly UserGrant[],
): Promise<ResolvedGrant[]> {
  const resolved = grants.map(async (grant) => ({ grant, role: (await roles.read({ roleId: grant.roleId }))?.value }));
  return Promise.all(resolved);
}

/** @throws DomainError `rights.exceed-own` if a grant gives more than the caller has */
export function requireOwnGrants(
  caller: Pick<Caller, 'grants'>,
  grants: readonly ResolvedGrant[],
  texts?: Exceeding,
): void {
  for (const { grant, role } of grants) {
    if (!role) continue;
    requireOwn(caller, role.permissions, grant.accounts, texts);
    requireOwnFields(caller, role, grant.accounts, undefined, texts);
  }
}

/**
 * Acts on a user are for callers who have at least the rights of the user: a caller who changes the e-mail address
 * of an administrator could sign in as that administrator.
 * @throws DomainError `rights.exceed-own`
 */
export async function requireNoMoreRights(
  ports: Pick<PeoplePorts, 'roles' | 'userRights'>,
  caller: Pick<Caller, 'grants'>,
  id: UserId,
): Promise<void> {
  const rights = await ports.userRights.read(id);
  requireOwnGrants(caller, await resolveGrants(ports, rights?.value.grants ?? []), ACTING);
}

/**
 * Nobody changes their own rights or disables themselves: the last administrator would lock everybody out.
 * @throws DomainError `user.self`
 */
export function requireOther(caller: Pick<Caller, 'userId'>, { userId }: UserId): void {
  if (caller.userId !== userId) return;
  throw new DomainError('conflict', 'user.self', 'You cannot do this to yourself. Another administrator can.');
}
