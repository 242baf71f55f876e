import type { Caller, FieldRules, Grant } from './caller.ts';
import type { Permission } from './permissions.ts';

/** A CRM table with the account that it belongs to. */
export interface TableOfAccount {
  readonly prefix: string;
  readonly accountPrefix: string;
}

/** What a caller may do with the fields of one CRM table by one permission. */
export interface FieldAccess {
  isHidden(code: string): boolean;
  /** Also true for a hidden field. */
  isReadOnly(code: string): boolean;
}

/** Permissions that bring whole customers in files, which no rule of a field can be applied to. An export leaves hidden fields out. */
const WHOLE_CUSTOMERS: ReadonlySet<Permission> = new Set<Permission>(['customers.import']);

export const isAboutWholeCustomers = (permission: Permission): boolean => WHOLE_CUSTOMERS.has(permission);

export const rulesIn = ({ fieldRules }: Pick<Grant, 'fieldRules'>, prefix: string): FieldRules | undefined =>
  fieldRules.find((rules) => rules.prefix === prefix);

export const hides = (rules: FieldRules | undefined, code: string): boolean => rules?.hidden.includes(code) ?? false;

export const protects = (rules: FieldRules | undefined, code: string): boolean =>
  hides(rules, code) || (rules?.readOnly.includes(code) ?? false);

/** The rules of each grant that gives the permission on the account of the table. */
function heldRules(
  { grants }: Pick<Caller, 'grants'>,
  permission: Permission,
  { prefix, accountPrefix }: TableOfAccount,
): ReadonlyArray<FieldRules | undefined> {
  return grants
    .filter(({ permissions }) => permissions.includes(permission))
    .filter(({ accounts }) => accounts === 'all' || accounts.includes(accountPrefix))
    .map((grant) => rulesIn(grant, prefix));
}

/**
 * A role is a set of pairs of a permission and a field, and a caller has the pairs of all roles that hold for the account
 * (docs/adr/0038). A rule takes away from its own role alone. Without a grant everything is hidden.
 */
export function fieldAccess(
  caller: Pick<Caller, 'grants'>,
  permission: Permission,
  table: TableOfAccount,
): FieldAccess {
  const held = heldRules(caller, permission, table);
  return {
    isHidden: (code) => held.every((rules) => hides(rules, code)),
    isReadOnly: (code) => held.every((rules) => protects(rules, code)),
  };
}

/** Whether a rule of any grant with this permission could matter: without one no table has to be read. */
export function hasFieldRules({ grants }: Pick<Caller, 'grants'>, permission: Permission): boolean {
  return grants.some(({ permissions, fieldRules }) => permissions.includes(permission) && fieldRules.length > 0);
}

/** Whether the caller may see and change every field of the table by this permission. */
export function reachesEveryField(
  caller: Pick<Caller, 'grants'>,
  permission: Permission,
  table: TableOfAccount,
): boolean {
  const held = heldRules(caller, permission, table);
  const { isReadOnly } = fieldAccess(caller, permission, table);
  const named = held.flatMap((rules) => (rules ? [...rules.hidden, ...rules.readOnly] : []));
  return held.length > 0 && !named.some(isReadOnly);
}
