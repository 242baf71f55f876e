import { beforeEach, describe, expect, test } from '@jest/globals';
import { createAccount } from '../../../functions/accounts/use-cases/create-account.ts';
import { getAccount } from '../../../functions/accounts/use-cases/get-account.ts';
import { updateAccount } from '../../../functions/accounts/use-cases/update-account.ts';
import { InMemoryAccounts } from './in-memory-accounts.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const input = { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte' };
let deps: { accounts: InMemoryAccounts; clock: typeof clock };

beforeEach(() => {
  deps = { accounts: new InMemoryAccounts(), clock };
});

describe('accounts', () => {
  test('a new one carries the time', async () => {
    const created = await createAccount(deps, input);
    expect(created).toEqual({ value: { ...input, createdAt: '2026-11-22T10:00:00.000Z' }, revision: 1 });
    expect(await getAccount(deps, 'BRI')).toEqual(created);
  });

  test('a prefix is taken once', async () => {
    await createAccount(deps, input);
    await expect(createAccount(deps, { ...input, name: 'Other' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'account.prefix-taken',
      violations: [{ pointer: '/prefix' }],
    });
  });

  test('a change keeps prefix and time, and raises the revision', async () => {
    await createAccount(deps, input);
    const changed = await updateAccount(deps, 'BRI', { name: 'N', manager: 'M' }, 1);
    expect(changed).toMatchObject({ value: { prefix: 'BRI', name: 'N', manager: 'M' }, revision: 2 });
    await expect(updateAccount(deps, 'BRI', { name: 'X', manager: 'Y' }, 1)).rejects.toMatchObject({
      kind: 'precondition-failed',
    });
    await expect(updateAccount(deps, 'NIX', { name: 'X', manager: 'Y' }, 1)).rejects.toMatchObject({
      code: 'account.not-found',
    });
  });
});
