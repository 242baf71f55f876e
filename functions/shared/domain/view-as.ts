import { type AccountScope, type FieldRules, type Grant, scopeOf, unionOf } from './caller.ts';
import type { Permission } from './permissions.ts';

/** Who has it on an account may see the console as the users of that account. */
export const VIEW_PERMISSION: Permission = 'agents.supervise';

/** The accounts in both scopes. */
function commonAccounts(one: AccountScope, other: AccountScope): AccountScope {
  if (one === 'all') return other;
  return other === 'all' ? one : one.filter((accountPrefix) => other.includes(accountPrefix));
}

const isEmpty = (scope: AccountScope): boolean => scope !== 'all' && scope.length === 0;

const bothOf = (one: readonly string[] = [], other: readonly string[] = []): string[] => [
  ...new Set([...one, ...other]),
];

/** A field that either role hides is hidden. */
function strictRules(one: readonly FieldRules[], other: readonly FieldRules[]): FieldRules[] {
  const prefixes = bothOf(
    one.map(({ prefix }) => prefix),
    other.map(({ prefix }) => prefix),
  );
  return prefixes.map((prefix) => {
    const [mine, theirs] = [one, other].map((rules) => rules.find((each) => each.prefix === prefix));
    return {
      prefix,
      hidden: bothOf(mine?.hidden, theirs?.hidden),
      readOnly: bothOf(mine?.readOnly, theirs?.readOnly),
    };
  });
}

/**
 * What two users both have. A grant is a set of triples of a permission, an account and a field, and a user has the
 * triples of all grants (docs/adr/0038): so the common ones are those that a grant of one user shares with a grant of the
 * other.
 */
function commonGrants(own: readonly Grant[], theirs: readonly Grant[]): Grant[] {
  const shared = theirs.flatMap((their) =>
    own.map((mine) => ({
      ...their,
      permissions: their.permissions.filter((permission) => mine.permissions.includes(permission)),
      accounts: commonAccounts(mine.accounts, their.accounts),
      fieldRules: strictRules(mine.fieldRules, their.fieldRules),
    })),
  );
  return shared.filter(({ permissions, accounts }) => permissions.length > 0 && !isEmpty(accounts));
}

/** The accounts for which a supervisor may see the console as a user: supervised ones on which the user has a role. */
export function viewableAccounts(own: readonly Grant[], theirs: readonly Grant[]): AccountScope {
  return commonAccounts(scopeOf({ grants: own }, VIEW_PERMISSION), unionOf(theirs));
}

/**
 * The rights of a supervisor who sees the console as a user: those that both have, on supervised accounts. Undefined if the
 * user has no role for an account that the supervisor supervises.
 */
export function viewGrants(own: readonly Grant[], theirs: readonly Grant[]): readonly Grant[] | undefined {
  const viewable = viewableAccounts(own, theirs);
  if (isEmpty(viewable)) return undefined;
  const supervised = own.map((grant) => ({ ...grant, accounts: commonAccounts(grant.accounts, viewable) }));
  return commonGrants(supervised, theirs);
}
