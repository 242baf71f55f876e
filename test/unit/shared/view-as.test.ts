import { describe, expect, test } from '@jest/globals';
import type { FieldRules, Grant } from '../../../functions/shared/domain/caller.ts';
import type { Permission } from '../../../functions/shared/domain/permissions.ts';
import { viewGrants } from '../../../functions/shared/domain/view-as.ts';

const ACCOUNTS = ['BRI', 'OTH', 'NEW'];
const PERMISSIONS: readonly Permission[] = ['agents.supervise', 'customers.search', 'customers.update'];
const FIELDS = ['P010', 'P011'];

type Scope = Grant['accounts'];

function grant(
  role: string,
  permissions: readonly Permission[],
  accounts: Scope,
  hidden: readonly string[] = [],
): Grant {
  const fieldRules: FieldRules[] = hidden.length === 0 ? [] : [{ prefix: 'VOUCIM', hidden, readOnly: [] }];
  return { role, name: role, permissions, accounts, fieldRules };
}

/** What grants give, as triples of a permission, an account and a field of the table. */
const triplesOf = (grants: readonly Grant[]): Set<string> =>
  new Set(
    grants.flatMap(({ permissions, accounts, fieldRules }) =>
      permissions.flatMap((permission) =>
        ACCOUNTS.filter((account) => accounts === 'all' || accounts.includes(account)).flatMap((account) =>
          FIELDS.filter((field) => !fieldRules.some(({ hidden }) => hidden.includes(field))).map(
            (field) => `${permission} ${account} ${field}`,
          ),
        ),
      ),
    ),
  );

const common = (one: Set<string>, other: Set<string>) => [...one].filter((each) => other.has(each));

describe('the rights of a supervisor who sees the console as a user', () => {
  const supervisor = grant('supervisor', PERMISSIONS, ['BRI']);

  test('are those that both have, with the roles of the user', () => {
    const agent = grant('agent', ['customers.search', 'notes.write'], 'all', ['P011']);
    expect(viewGrants([supervisor], [agent])).toEqual([grant('agent', ['customers.search'], ['BRI'], ['P011'])]);
  });

  test('hold on supervised accounts alone', () => {
    const own = [supervisor, grant('agent', ['customers.search'], ['OTH'])];
    expect(viewGrants(own, [grant('agent', ['customers.search'], ['BRI', 'OTH'])])).toEqual([
      grant('agent', ['customers.search'], ['BRI']),
    ]);
  });

  test('are none for a user without a role for a supervised account', () => {
    expect(viewGrants([supervisor], [grant('agent', ['customers.search'], ['OTH'])])).toBeUndefined();
    expect(viewGrants([supervisor], [])).toBeUndefined();
    expect(viewGrants([grant('agent', ['customers.search'], 'all')], [supervisor])).toBeUndefined();
  });

  test('may be empty for a user with whom the supervisor shares an account and no permission', () => {
    expect(viewGrants([supervisor], [grant('clerk', ['notes.write'], ['BRI'])])).toEqual([]);
  });

  test('are exactly the common ones, for every two sets of roles', () => {
    const scopes: readonly Scope[] = ['all', ['BRI'], ['BRI', 'OTH']];
    const searching: readonly Permission[] = ['customers.search'];
    const roles = scopes.flatMap((accounts) =>
      [PERMISSIONS, searching].flatMap((permissions) =>
        [[], ['P010']].map((hidden) => grant('r', permissions, accounts, hidden)),
      ),
    );
    const users = roles.flatMap((one, at) => [[one], ...roles.slice(at + 1).map((other) => [one, other])]);
    for (const own of users) {
      for (const theirs of users) {
        const supervised = new Set(
          ACCOUNTS.filter((account) =>
            [...triplesOf(own)].some((each) => each.startsWith(`agents.supervise ${account}`)),
          ),
        );
        const expected = common(triplesOf(own), triplesOf(theirs)).filter((each) =>
          supervised.has(each.split(' ')[1] ?? ''),
        );
        expect(triplesOf(viewGrants(own, theirs) ?? [])).toEqual(new Set(expected));
      }
    }
  });
});
