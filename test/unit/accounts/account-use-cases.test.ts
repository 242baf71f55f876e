import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountId } from '../../../functions/accounts/domain/account.ts';
import type { AccountPorts } from '../../../functions/accounts/ports.ts';
import { accountUseCases as accounts } from '../../../functions/accounts/use-cases/account-use-cases.ts';
import { NOBODY } from '../../../functions/shared/domain/caller.ts';
import { MemoryRepository } from '../../support/memory-repository.ts';

const origin = { caller: NOBODY, idempotencyKey: undefined };
const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const input = { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte' };
let ports: AccountPorts;

beforeEach(() => {
  ports = { accounts: new MemoryRepository(accountId), clock };
});

describe('accounts', () => {
  test('a new one carries the time', async () => {
    const created = await accounts.create(ports, {}, input, origin);
    expect(created).toEqual({ value: { ...input, createdAt: '2026-11-22T10:00:00.000Z' }, revision: 1 });
    expect(await accounts.get(ports, { accountPrefix: 'BRI' })).toEqual(created);
  });

  test('a prefix is taken once', async () => {
    await accounts.create(ports, {}, input, origin);
    await expect(accounts.create(ports, {}, { ...input, name: 'Other' }, origin)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'account.prefix-taken',
      violations: [{ pointer: '/prefix' }],
    });
  });

  test('a change keeps prefix and time, and raises the revision', async () => {
    await accounts.create(ports, {}, input, origin);
    const changed = await accounts.update(ports, { accountPrefix: 'BRI' }, { name: 'N', manager: 'M' }, 1);
    expect(changed).toMatchObject({ value: { prefix: 'BRI', name: 'N', manager: 'M' }, revision: 2 });
    await expect(
      accounts.update(ports, { accountPrefix: 'BRI' }, { name: 'X', manager: 'Y' }, 1),
    ).rejects.toMatchObject({
      kind: 'precondition-failed',
    });
    await expect(
      accounts.update(ports, { accountPrefix: 'NIX' }, { name: 'X', manager: 'Y' }, 1),
    ).rejects.toMatchObject({
      code: 'account.not-found',
    });
  });
});
