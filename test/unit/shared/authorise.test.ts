import { describe, expect, test } from '@jest/globals';
import { authorise, type NeededAccount } from '../../../functions/shared/domain/authorise.ts';
import { type Caller, type Grant, NOBODY, unionOf } from '../../../functions/shared/domain/caller.ts';
import { PERMISSION_NAMES, type Permission } from '../../../functions/shared/domain/permissions.ts';
import { ROLES } from '../../../functions/shared/domain/roles.ts';

const agentEverywhere: Grant = {
  role: 'agent',
  name: 'agent',
  permissions: ROLES.agent,
  accounts: 'all',
  fieldRules: [],
};
const supervisorOfBri: Grant = {
  role: 'supervisor',
  name: 'supervisor',
  permissions: ROLES.supervisor,
  accounts: ['BRI'],
  fieldRules: [],
};
const nowhere: Grant = {
  role: 'supervisor',
  name: 'supervisor',
  permissions: ROLES.supervisor,
  accounts: [],
  fieldRules: [],
};

function isAllowed(grants: readonly Grant[], permission: Permission, account: NeededAccount): boolean {
  const caller: Caller = { userId: 'u-1', grants };
  try {
    authorise(caller, permission, account);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ kind: 'forbidden', code: 'access.forbidden' });
    return false;
  }
}

describe('authorise', () => {
  const bri = { accountPrefix: 'BRI' };
  const other = { accountPrefix: 'OTH' };

  test.each<[string, readonly Grant[], Permission, NeededAccount, boolean]>([
    ['a role for all accounts, on one', [agentEverywhere], 'setup.read', bri, true],
    ['a role for all accounts, on every', [agentEverywhere], 'setup.read', 'every', true],
    ['a role for all accounts, on some', [agentEverywhere], 'setup.read', 'some', true],
    ['a role without the permission', [agentEverywhere], 'campaigns.manage', bri, false],
    ['a role for one account, on that', [supervisorOfBri], 'campaigns.manage', bri, true],
    ['a role for one account, on another', [supervisorOfBri], 'campaigns.manage', other, false],
    ['a role for one account, on every', [supervisorOfBri], 'campaigns.manage', 'every', false],
    ['a role for one account, on some', [supervisorOfBri], 'campaigns.manage', 'some', true],
    ['a role for no account, on some', [nowhere], 'campaigns.manage', 'some', false],
    [
      'two roles, of which the wider lacks the permission',
      [agentEverywhere, supervisorOfBri],
      'campaigns.manage',
      other,
      false,
    ],
    ['two roles, of which the narrower has it', [agentEverywhere, supervisorOfBri], 'campaigns.manage', bri, true],
    ['no role', [], 'setup.read', 'some', false],
  ])('by %s', (_, grants, permission, account, expected) => {
    expect(isAllowed(grants, permission, account)).toBe(expected);
  });

  test('grants no permission', () => {
    for (const permission of PERMISSION_NAMES) {
      for (const account of [bri, 'every', 'some'] as const)
        expect(isAllowed(NOBODY.grants, permission, account)).toBe(false);
    }
  });

  test('names the missing permission, and the account only if there are others', () => {
    const denied = (grants: Grant[]) => () => authorise({ grants }, 'campaigns.manage', other);
    expect(denied([agentEverywhere])).toThrow(
      'You need the permission campaigns.manage: Create, change and delete campaigns.',
    );
    expect(denied([supervisorOfBri])).toThrow('You need the permission campaigns.manage on this account: Create,');
  });
});

test('the accounts of several grants are those of any of them', () => {
  expect(unionOf([])).toEqual([]);
  expect(unionOf([supervisorOfBri, { ...supervisorOfBri, accounts: ['OTH', 'BRI'] }])).toEqual(['BRI', 'OTH']);
  expect(unionOf([supervisorOfBri, agentEverywhere])).toBe('all');
});
