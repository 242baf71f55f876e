import { describe, expect, test } from '@jest/globals';
import { requireOwn, requireOwnFields } from '../../../functions/people/domain/exceeding.ts';
import type { AccountScope, Grant } from '../../../functions/shared/domain/caller.ts';
import type { Permission } from '../../../functions/shared/domain/permissions.ts';

const callerWith = (accounts: AccountScope, ...permissions: Permission[]) => ({
  grants: [{ role: 'r', name: 'R', permissions, accounts, fieldRules: [] }],
});

describe('the rights that a caller gives', () => {
  test('may equal or be less than the own ones', () => {
    const caller = callerWith('all', 'users.manage', 'setup.read');
    expect(() => requireOwn(caller, ['setup.read'], 'all')).not.toThrow();
    expect(() => requireOwn(callerWith(['BRI', 'OTH'], 'setup.read'), ['setup.read'], ['BRI'])).not.toThrow();
    expect(() => requireOwn(caller, [], 'all')).not.toThrow();
  });

  test('may not include a permission or an account that the caller lacks', () => {
    const caller = callerWith(['BRI'], 'setup.read');
    for (const accounts of ['all', ['OTH'], ['BRI', 'OTH']] as const)
      expect(() => requireOwn(caller, ['setup.read'], accounts)).toThrow('You lack: setup.read.');
    expect(() => requireOwn(caller, ['setup.read', 'audit.read'], ['BRI'])).toThrow('You lack: audit.read.');
  });
});

describe('the fields that a caller gives', () => {
  const PERMISSIONS = ['customers.search', 'customers.update'] as const satisfies Permission[];
  const role = (
    hidden: readonly string[],
    readOnly: readonly string[] = [],
    permissions: Permission[] = [...PERMISSIONS],
  ) => ({
    permissions,
    fieldRules: [{ prefix: 'VOUCIM', hidden, readOnly }],
  });
  const grant = (rights: ReturnType<typeof role>, accounts: AccountScope = 'all'): Grant => ({
    ...{ role: 'r', name: 'R', accounts },
    ...rights,
  });
  const author = { grants: [grant(role(['P012'], ['P019']))] };
  const LACKING = 'You can give only fields that you see and change yourself. Hide or protect: VOUCIM';

  test('may be fewer than the own ones', () => {
    expect(() => requireOwnFields(author, role(['P012'], ['P019']), 'all')).not.toThrow();
    expect(() => requireOwnFields(author, role(['P012', 'P019']), ['BRI'])).not.toThrow();
    expect(() => requireOwnFields(author, role([], [], ['setup.read']), 'all')).not.toThrow();
    expect(() => requireOwnFields({ grants: [grant(role([]))] }, role([]), 'all')).not.toThrow();
  });

  test('may not include a hidden one, and a read-only one only as such', () => {
    expect(() => requireOwnFields(author, role([], ['P012', 'P019']), 'all')).toThrow(`${LACKING} P012.`);
    expect(() => requireOwnFields(author, role(['P012']), 'all')).toThrow(`${LACKING} P019.`);
    expect(() => requireOwnFields(author, { permissions: [...PERMISSIONS], fieldRules: [] }, ['BRI'])).toThrow(
      `${LACKING} P012, VOUCIM P019.`,
    );
  });

  test('are those of all roles that hold for the same accounts', () => {
    const ofBri = { grants: [...author.grants, grant(role([]), ['BRI'])] };
    expect(() => requireOwnFields(ofBri, role([]), ['BRI'])).not.toThrow();
    expect(() => requireOwnFields(ofBri, role([]), 'all')).toThrow(LACKING);
  });

  test('are not given again by a change of a role that has them', () => {
    expect(() => requireOwnFields(author, role([]), 'all', role([]))).not.toThrow();
    expect(() => requireOwnFields(author, role([]), 'all', role(['P012']))).toThrow(LACKING);
    const withoutUpdate = role([], [], ['customers.search']);
    expect(() => requireOwnFields(author, role([]), 'all', withoutUpdate)).toThrow(LACKING);
  });
});
