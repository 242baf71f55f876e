import { describe, expect, test } from '@jest/globals';
import { NOBODY } from '../../../functions/shared/domain/caller.ts';
import { ROLES } from '../../../functions/shared/domain/roles.ts';
import { callerOf } from '../../../functions/shared/http/caller-of.ts';

const claims = { sub: 'u-1', token_use: 'access', 'cognito:groups': '[agent]' };

describe('the roles that a token gives', () => {
  test.each<[unknown, string[]]>([
    ['[agent supervisor]', ['agent', 'supervisor']],
    ['[administrator]', ['administrator']],
    ['[agent agent]', ['agent']],
    // Groups without a role.
    ['[other agent]', ['agent']],
    ['[toString constructor __proto__]', []],
    ['[administrators]', []],
    ['[Agent]', []],
    // Names that Cognito allows.
    ['[team,administrator]', []],
    ['[x[administrator]]', []],
    ['[[administrator]]', []],
    ['[administrator,supervisor agent]', ['agent']],
    // Forms that the authorizer of an HTTP API never sends.
    ['administrator', []],
    ['agent supervisor', []],
    ['[agent, supervisor]', ['supervisor']],
    ['[agent  supervisor]', []],
    ['[ administrator ]', []],
    ['[administrator', []],
    ['["administrator"]', []],
    ['x [administrator]', []],
    ['[administrator]\n', []],
    [['administrator'], []],
    ['[]', []],
    ['', []],
    [undefined, []],
    [{ agent: true }, []],
  ])('by the groups %j are %j', (groups, roles) => {
    const { grants } = callerOf({ ...claims, 'cognito:groups': groups });
    expect(grants.map(({ role }) => role)).toEqual(roles);
  });

  test('are their permissions, on all accounts', () => {
    expect(callerOf(claims).grants).toEqual([{ role: 'agent', permissions: ROLES.agent, accounts: 'all' }]);
  });
});

describe('the user that a token names', () => {
  test('has the user name for an id, and the e-mail that the token has', () => {
    expect(callerOf({ ...claims, username: 'ada' })).toMatchObject({
      userId: 'ada',
      username: 'ada',
      email: undefined,
    });
    const idToken = { ...claims, token_use: 'id', 'cognito:username': 'ada', email: 'ada@example.com' };
    expect(callerOf(idToken)).toMatchObject({ userId: 'ada', username: 'ada', email: 'ada@example.com' });
  });

  test.each<[string, unknown]>([
    ['no claims', undefined],
    ['no user id', { ...claims, sub: undefined }],
    ['an empty user id', { ...claims, sub: '' }],
    ['no use', { ...claims, token_use: undefined }],
    ['another use', { ...claims, token_use: 'refresh' }],
  ])('is rejected with %s', (_, given) => {
    expect(callerOf(given)).toBe(NOBODY);
  });
});
