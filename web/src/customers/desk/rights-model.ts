import type { Me, Permission } from '../../shared/session/me.ts';
import type { TableAddress } from './address.ts';

type Role = Me['roles'][number];

/** What a user may do with the customers of one CRM table. */
export interface TableRights {
  may(permission: Permission): boolean;
  isHidden(permission: Permission, code: string): boolean;
  /** Also true for a hidden field. */
  isReadOnly(permission: Permission, code: string): boolean;
}

/** Whether a role holds for an account. */
export const isFor = ({ accounts }: Role, accountPrefix: string): boolean =>
  accounts.all || accounts.items.some(({ prefix }) => prefix === accountPrefix);

/**
 * The rights of all roles for the account of the table. A rule of fields takes away from its own role only: a field is
 * hidden if every role with the permission hides it.
 */
export function rightsOn({ roles }: Pick<Me, 'roles'>, { accountPrefix, prefix }: TableAddress): TableRights {
  const rulesBy = (permission: Permission) =>
    roles
      .filter((role) => role.permissions.includes(permission) && isFor(role, accountPrefix))
      .map(({ fieldRules }) => fieldRules.find((rules) => rules.prefix === prefix));
  return {
    may: (permission) => rulesBy(permission).length > 0,
    isHidden: (permission, code) => rulesBy(permission).every((rules) => rules?.hidden.includes(code) ?? false),
    isReadOnly: (permission, code) =>
      rulesBy(permission).every((rules) => [...(rules?.hidden ?? []), ...(rules?.readOnly ?? [])].includes(code)),
  };
}
