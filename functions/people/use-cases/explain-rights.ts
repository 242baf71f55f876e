import { PERMISSION_NAMES, PERMISSIONS } from '../../shared/domain/permissions.ts';
import type { UserId } from '../domain/user.ts';
import type { PeoplePorts } from '../ports.ts';
import { getRights } from './grant-rights.ts';
import { resolveGrants } from './held-permissions.ts';

/**
 * What a user may do, permission by permission, and which grant gives it. A disabled user's grants are shown, and have no
 * effect.
 * @throws DomainError `user.not-found`
 */
export async function explainRights(ports: Pick<PeoplePorts, 'userRights' | 'roles'>, id: UserId) {
  const { value } = await getRights(ports, id);
  const resolved = await resolveGrants(ports, value.grants);
  const permissions = PERMISSION_NAMES.map((permission) => ({
    permission,
    allows: PERMISSIONS[permission],
    from: resolved.flatMap(({ grant, role }) =>
      role?.permissions.includes(permission)
        ? [{ roleId: role.id, roleName: role.name, accounts: grant.accounts }]
        : [],
    ),
  }));
  return {
    userId: id.userId,
    isEnabled: value.isEnabled,
    permissions: permissions.filter(({ from }) => from.length > 0),
  };
}
