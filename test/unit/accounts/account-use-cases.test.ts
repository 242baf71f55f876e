import { beforeEach, describe, expect, test } from '@jest/globals';
import { createAccount } from '../../../functions/accounts/use-cases/create-account.ts';
import { deleteAccount } from '../../../functions/accounts/use-cases/delete-account.ts';
import { editAccounts } from '../../../functions/accounts/use-cases/edit-accounts.ts';
import { MemoryAccounts } from '../../support/memory-accounts.ts';
import { testOrigin } from '../../support/origin.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const input = { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte' };
const bri = { accountPrefix: 'BRI' };
const gone = { accountPrefix: 'NIX' };
let accounts: MemoryAccounts;
let ports: { accounts: MemoryAccounts; contents: MemoryAccounts; clock: typeof clock };

beforeEach(() => {
  accounts = new MemoryAccounts();
  ports = { accounts, contents: accounts, clock };
});

const create = (over: object = {}) => createAccount(ports, { ...input, ...over }, testOrigin());
const { get, update } = editAccounts;
const ORIGIN = testOrigin();

describe('an account', () => {
  test('is created with the time', async () => {
    const created = await create();
    expect(created).toEqual({ value: { ...input, createdAt: '2026-11-22T10:00:00.000Z' }, revision: 1 });
    expect(await get(ports, bri)).toEqual(created);
  });

  test('is rejected if another account has its prefix', async () => {
    await create();
    await expect(create({ name: 'Other' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'account.prefix-taken',
      violations: [{ pointer: '/prefix' }],
    });
  });

  test('keeps prefix and time when it is updated, and gets the next revision', async () => {
    await create();
    const change = { name: 'N', manager: 'M' };
    expect(await update(ports, bri, change, 1, ORIGIN)).toMatchObject({
      value: { prefix: 'BRI', ...change },
      revision: 2,
    });
    await expect(update(ports, bri, change, 1, ORIGIN)).rejects.toMatchObject({ kind: 'precondition-failed' });
    await expect(update(ports, gone, change, 1, ORIGIN)).rejects.toMatchObject({ code: 'account.not-found' });
  });
});

describe('deleting an account', () => {
  const remove = (revision = 1, id = bri) => deleteAccount(ports, id, revision, testOrigin());

  test('removes it', async () => {
    await create();
    await remove();
    await expect(get(ports, bri)).rejects.toMatchObject({ code: 'account.not-found' });
    await expect(remove()).rejects.toMatchObject({ code: 'account.not-found' });
  });

  test('requires the revision that was read', async () => {
    await create();
    await update(ports, bri, { name: 'N', manager: 'M' }, 1, ORIGIN);
    await expect(remove(1)).rejects.toMatchObject({ kind: 'precondition-failed', code: 'if-match.stale' });
    expect(await get(ports, bri)).toMatchObject({ revision: 2 });
  });

  test.each([
    [
      { campaigns: 1, crmTables: 0, users: 0 },
      'Account BRI has 1 campaign. Delete its campaigns first, then the account.',
    ],
    [
      { campaigns: 0, crmTables: 1, users: 0 },
      'Account BRI has 1 CRM table. Delete its CRM tables first, then the account.',
    ],
    [
      { campaigns: 12, crmTables: 3, users: 0 },
      'Account BRI has 12 campaigns and 3 CRM tables. Delete its campaigns and CRM tables first, then the account.',
    ],
    [
      { campaigns: 0, crmTables: 0, users: 1 },
      'Account BRI has 1 user with a role for it. Take these roles from the users first, then delete the account.',
    ],
    [
      { campaigns: 1, crmTables: 0, users: 2 },
      'Account BRI has 1 campaign and 2 users with a role for it. Delete its campaigns and take these roles from the users first, then delete the account.',
    ],
  ])('is rejected while it has %j', async (contents, message) => {
    await create();
    accounts.fill('BRI', contents);
    await expect(remove()).rejects.toMatchObject({ kind: 'conflict', code: 'account.in-use', message });
    expect(await get(ports, bri)).toMatchObject({ revision: 1 });
  });

  test('is rejected if a campaign is created after the campaigns were counted', async () => {
    await create();
    const contents = {
      async countIn() {
        accounts.fill('BRI', { campaigns: 1, crmTables: 0, users: 0 });
        return { campaigns: 0, crmTables: 0, users: 0 };
      },
    };
    await expect(deleteAccount({ ...ports, contents }, bri, 1, testOrigin())).rejects.toMatchObject({
      code: 'account.in-use',
    });
    expect(await get(ports, bri)).toMatchObject({ revision: 1 });
  });

  test('leaves no revision that a later account of the prefix has again', async () => {
    await create();
    await update(ports, bri, { name: 'N', manager: 'M' }, 1, ORIGIN);
    await remove(2);
    expect(await create()).toMatchObject({ revision: 3 });
    await expect(remove(2)).rejects.toMatchObject({ code: 'if-match.stale' });
  });
});
