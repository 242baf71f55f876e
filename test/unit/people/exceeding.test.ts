import { describe, expect, test } from '@jest/globals';
import { requireOwn } from '../../../functions/people/domain/exceeding.ts';
import type { AccountScope } from '../../../functions/shared/domain/caller.ts';
import type { Permission } from '../../../functions/shared/domain/permissions.ts';

const callerWith = (accounts: AccountScope, ...permissions: Permission[]) => ({
  grants: [{ role: 'r', name: 'R', permissions, accounts }],
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
