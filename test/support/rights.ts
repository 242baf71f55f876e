import type { FieldRules, Grant, RightsReader } from '../../functions/shared/domain/caller.ts';
import { ALL_ON } from '../../functions/shared/domain/features.ts';
import type { Permission } from '../../functions/shared/domain/permissions.ts';
import { ROLES } from '../../functions/shared/domain/roles.ts';

/**
 * The user of a role in tests: `agent`, `supervisor@BRI` for one account, `agent!VOUCIM.P012` with a hidden field,
 * `agent~VOUCIM.P012` with a read-only one, `none` for a user without a role.
 */
export const testerOf = (role: string): string => (role === 'administrator' ? 'tester' : `tester-${role}`);

/** Roles of an administrator: one manages users, and has nothing else to give; one reads customers without their notes. */
const KNOWN: Readonly<Record<string, readonly Permission[]>> = {
  ...ROLES,
  manager: ['users.manage'],
  reader: ['customers.search'],
};

const ROLE = /^([a-z]+)(?:([!~])([A-Z0-9]+)\.(P\d{3}))?(?:@(.*))?$/;

function rulesOf(kind: string | undefined, prefix: string | undefined, code: string | undefined): FieldRules[] {
  if (prefix === undefined || code === undefined) return [];
  return [{ prefix, hidden: kind === '!' ? [code] : [], readOnly: kind === '~' ? [code] : [] }];
}

/** Gives the user that `testerOf` names the rights of the role, without a database. */
export const TESTERS: RightsReader = {
  switches: async () => ALL_ON,
  grantsOf: async (userId) => grantsOfTester(userId),
  standingGrantsOf: async (userId) => grantsOfTester(userId),
};

/** A role with these permissions on all accounts. */
export const grantOf = (...permissions: Permission[]): Grant => ({
  ...{ role: 'one', name: 'One', permissions, accounts: 'all', fieldRules: [] },
});

function grantsOfTester(userId: string): Grant[] {
  const [, given = 'administrator'] = /^tester-(.*)$/.exec(userId) ?? [];
  const [, role = '', kind, prefix, code, accounts] = ROLE.exec(given) ?? [];
  const permissions = KNOWN[role];
  if (!permissions) return [];
  const fieldRules = rulesOf(kind, prefix, code);
  return [{ role, name: role, permissions, accounts: accounts?.split(',') ?? 'all', fieldRules }];
}
