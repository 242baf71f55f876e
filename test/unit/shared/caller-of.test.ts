import { describe, expect, test } from '@jest/globals';
import { NOBODY } from '../../../functions/shared/domain/caller.ts';
import { callerOf, identityOf } from '../../../functions/shared/http/caller-of.ts';
import { TESTERS } from '../../support/rights.ts';

const claims = { sub: 'u-1', token_use: 'access' };

describe('the user that a token names', () => {
  test('has the user name for an id, and the e-mail that the token has', () => {
    expect(identityOf({ ...claims, username: 'ada' })).toEqual({ userId: 'ada', username: 'ada', email: undefined });
    const idToken = { ...claims, token_use: 'id', 'cognito:username': 'ada', email: 'ada@example.com' };
    expect(identityOf(idToken)).toEqual({ userId: 'ada', username: 'ada', email: 'ada@example.com' });
    expect(identityOf(claims)).toMatchObject({ userId: 'u-1', signedInAt: undefined });
    const signedInAt = new Date('2026-11-30T12:00:00Z');
    expect(identityOf({ ...claims, auth_time: String(signedInAt.getTime() / 1000) })).toMatchObject({ signedInAt });
  });

  test.each<[string, unknown]>([
    ['no claims', undefined],
    ['no user id', { ...claims, sub: undefined }],
    ['an empty user id', { ...claims, sub: '' }],
    ['an empty user name', { ...claims, username: '' }],
    ['no use', { ...claims, token_use: undefined }],
    ['another use', { ...claims, token_use: 'refresh' }],
  ])('is rejected with %s', async (_, given) => {
    expect(identityOf(given)).toBeUndefined();
    expect(await callerOf(given, TESTERS)).toBe(NOBODY);
  });
});

describe('the rights of a caller', () => {
  test('are those that are stored for the user, not the groups in the token', async () => {
    const groups = { 'cognito:groups': '[administrator]' };
    expect((await callerOf({ ...claims, ...groups, username: 'tester-none' }, TESTERS)).grants).toEqual([]);
    const { grants } = await callerOf({ ...claims, username: 'tester-agent@BRI' }, TESTERS);
    expect(grants).toMatchObject([{ role: 'agent', accounts: ['BRI'] }]);
  });

  test('are not read for a public route', async () => {
    expect(await callerOf(claims, undefined)).toBe(NOBODY);
  });
});
