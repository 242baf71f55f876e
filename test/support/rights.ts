import type { RightsReader } from '../../functions/shared/domain/caller.ts';
import type { Permission } from '../../functions/shared/domain/permissions.ts';
import { ROLES } from '../../functions/shared/domain/roles.ts';

/** The user of a role in tests: `agent`, `supervisor@BRI` for one account, `none` for a user without a role. */
export const testerOf = (role: string): string => (role === 'administrator' ? 'tester' : `tester-${role}`);

/** A role of an administrator: it manages users, and has nothing else to give. */
const KNOWN: Readonly<Record<string, readonly Permission[]>> = { ...ROLES, manager: ['users.manage'] };

/** Gives the user that `testerOf` names the rights of the role, without a database. */
export const TESTERS: RightsReader = {
  async grantsOf(userId) {
    const [, given = 'administrator'] = /^tester-(.*)$/.exec(userId) ?? [];
    const [role = '', accounts] = given.split('@');
    const permissions = KNOWN[role];
    if (!permissions) return [];
    return [{ role, name: role, permissions, accounts: accounts?.split(',') ?? 'all' }];
  },
};
