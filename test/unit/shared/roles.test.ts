import { describe, expect, test } from '@jest/globals';
import { rolesOf } from '../../../functions/shared/http/roles.ts';

describe('the roles in a token', () => {
  test.each<[unknown, string[]]>([
    ['[agent supervisor]', ['agent', 'supervisor']],
    ['[agent, supervisor]', ['agent', 'supervisor']],
    ['administrator', ['administrator']],
    [['agent', 'other'], ['agent']],
    ['[administrators]', []],
    ['[Agent]', []],
    ['', []],
    [undefined, []],
    [{ agent: true }, []],
  ])('%j are %j', (groups, roles) => {
    expect(rolesOf({ 'cognito:groups': groups })).toEqual(roles);
  });
});
