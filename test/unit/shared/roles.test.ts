import { describe, expect, test } from '@jest/globals';
import { rolesOf } from '../../../functions/shared/http/roles.ts';

describe('the roles in a token', () => {
  test.each<[unknown, string[]]>([
    ['[agent supervisor]', ['agent', 'supervisor']],
    ['[administrator]', ['administrator']],
    ['[other agent]', ['agent']],
    // Names that Cognito allows.
    ['[team,administrator]', []],
    ['[x[administrator]]', []],
    ['[[administrator]]', []],
    ['[administrator,supervisor agent]', ['agent']],
    ['[administrators]', []],
    ['[Agent]', []],
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
  ])('%j are %j', (groups, roles) => {
    expect(rolesOf({ 'cognito:groups': groups })).toEqual(roles);
  });
});
