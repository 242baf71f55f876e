import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { withGroup, withoutGroup } from '../../src/groups/model.ts';
import { inputOf, isChosen, ROLE_RULES, valuesOf } from '../../src/roles/model.ts';
import { mayHide, rulesOfText, textOfRules, toggled } from '../../src/roles/rules-model.ts';
import { PERMISSION_GROUPS, PERMISSION_TEXTS } from '../../src/roles/text.ts';
import { brokenRules } from '../../src/shared/form/form-model.ts';
import { filterOf, queryOf, textOf } from '../../src/users/filter-model.ts';
import { grantRulesOf, grantsOf, grantValuesOf } from '../../src/users/grants-model.ts';
import {
  invitableOf,
  newUser,
  originOf,
  signInOf,
  USER_RULES,
  type User,
  updateOf,
  valuesOf as userValuesOf,
} from '../../src/users/model.ts';

const ANN: User = {
  ...{ id: 'u-1', crmId: null, username: 'ann', fullName: 'Ann Example', email: 'ann@example.com', language: 'en' },
  ...{ timeZone: 'Europe/London', groupId: 'g-1', teamIds: ['g-2', 'g-3'], status: 'active' },
  signIn: { isInvited: false, pending: null, last: null },
  createdAt: '2026-11-30T09:00:00.000Z',
};

describe('a user', () => {
  test('is unchanged by a form that is only opened and saved', () => {
    const { id: _, status: __, signIn: ___, createdAt: ____, ...attributes } = ANN;
    expect(updateOf(userValuesOf(ANN))).toEqual(attributes);
  });

  test('without e-mail address, CRM Id, group and teams has none after a form, not empty texts', () => {
    const update = updateOf({ ...newUser('Etc/UTC'), username: ' bo ', fullName: ' Bo ' });
    expect(update).toMatchObject({
      username: 'bo',
      fullName: 'Bo',
      email: null,
      crmId: null,
      groupId: null,
      teamIds: [],
    });
  });

  test('needs a name, a username and a language, and an address that is one', () => {
    const faults = (values: object) =>
      new Set(Object.keys(brokenRules({ ...userValuesOf(ANN), ...values }, USER_RULES)));
    expect(faults({})).toEqual(new Set());
    expect(faults({ email: '' })).toEqual(new Set());
    expect(faults({ username: ' ', fullName: 'x'.repeat(101), email: 'ann', language: 'english' })).toEqual(
      new Set(['email', 'fullName', 'language', 'username']),
    );
  });

  test('shows whether they can sign in, and why not', () => {
    const since = ANN.createdAt;
    const of = (signIn: Partial<User['signIn']>) => signInOf({ ...ANN, signIn: { ...ANN.signIn, ...signIn } });
    expect(of({})).toMatchObject({ type: 'pending', text: 'Not invited' });
    expect(of({ pending: { act: 'invite', since, dueAt: since } }).type).toBe('in-progress');
    expect(of({ isInvited: true }).type).toBe('success');
    const last = { act: 'invite', at: since, reason: 'email-in-use' } as const;
    expect(of({ last }).text).toBe('Failed: another account has the e-mail address');
  });

  test('is invited with others if they are active and have an address', () => {
    const users = [ANN, { ...ANN, id: 'u-2', email: null }, { ...ANN, id: 'u-3', status: 'disabled' } as const];
    expect(invitableOf(users)).toEqual([ANN]);
  });

  test('joins a group as their own if they have none, otherwise as a team, and leaves it by either', () => {
    expect(withGroup({ ...ANN, groupId: null }, 'g-9')).toMatchObject({ groupId: 'g-9', teamIds: ['g-2', 'g-3'] });
    expect(withGroup(ANN, 'g-9')).toMatchObject({ groupId: 'g-1', teamIds: ['g-2', 'g-3', 'g-9'] });
    expect(withGroup(ANN, 'g-3')).toMatchObject({ groupId: 'g-1', teamIds: ['g-2', 'g-3'] });
    expect(withoutGroup(ANN, 'g-1')).toMatchObject({ groupId: null, teamIds: ['g-2', 'g-3'] });
    expect(withoutGroup(ANN, 'g-2')).toMatchObject({ groupId: 'g-1', teamIds: ['g-3'] });
  });
});

describe('the filter of the list of users', () => {
  test('is the same after a reload, and requests what it shows', () => {
    const filter = { text: 'a&b', status: 'disabled', group: 'g-1' } as const;
    expect(filterOf(textOf(filter))).toEqual(filter);
    expect(queryOf(filter)).toEqual({ filter: 'a&b', status: 'disabled', group: 'g-1' });
    expect(textOf(filterOf(''))).toBe('');
    expect(queryOf(filterOf('status=asleep'))).toEqual({});
  });
});

describe('the roles of a user', () => {
  const roles = [
    { id: 'agent', name: 'Agent', permissions: [], fieldRules: [], isBuiltIn: true },
    { id: 'r-1', name: 'Own', permissions: [], fieldRules: [], isBuiltIn: false },
  ];

  test('are the same after a form, also a role that the form does not list', () => {
    const grants = [
      { roleId: 'agent', accounts: ['BRI', 'OTH'] },
      { roleId: 'r-9', accounts: 'all' as const },
    ];
    const values = grantValuesOf(roles, grants);
    expect(values).toEqual({ agent: 'BRI, OTH', 'r-1': '', 'r-9': '*' });
    expect(grantsOf(values)).toEqual(grants);
  });

  test.each([
    ['', true],
    ['*', true],
    [' bri , oth ', true],
    ['bri oth', true],
    ['all of them', false],
    ['BR', false],
    ['BRI;OTH', false],
  ])('%j: is a scope: %p', (text, expected) => {
    expect(grantRulesOf(roles).agent?.(text, {}) === undefined).toBe(expected);
  });

  test('say which role gives a permission, and where', () => {
    expect(originOf({ roleId: 'agent', roleName: 'Agent', accounts: ['BRI', 'OTH'] })).toBe('Agent (BRI, OTH)');
    expect(originOf({ roleId: 'agent', roleName: 'Agent', accounts: 'all' })).toBe('Agent (all accounts)');
  });
});

describe('a role', () => {
  test('has words for every permission of the API, and the form offers all but that for machines', () => {
    const permissions = document.components.schemas.Permission.enum;
    expect(new Set(Object.keys(PERMISSION_TEXTS))).toEqual(new Set(permissions));
    const offered = PERMISSION_GROUPS.flatMap((group) => group.permissions);
    expect(new Set([...offered, 'interactions.deliver'])).toEqual(new Set(permissions));
  });

  test('is unchanged by a form, and needs a name and a permission', () => {
    const role = { name: 'Own', permissions: ['setup.read', 'audit.read'] as const };
    const values = valuesOf({ ...role, permissions: [...role.permissions] });
    expect(inputOf(values)).toEqual(role);
    expect(isChosen(values, 'audit.read')).toBe(true);
    expect(Object.keys(brokenRules(valuesOf({ name: ' ', permissions: [] }), ROLE_RULES))).toEqual([
      ...['name', 'permissions'],
    ]);
  });
});

describe('the rules of fields of a role', () => {
  const rules = [
    { prefix: 'VOUCIM', hidden: ['P012', 'C_NOTE'], readOnly: ['P019'] },
    { prefix: 'AB', hidden: [], readOnly: ['P010'] },
  ];

  test('are a text that people can compare, and the same rules again', () => {
    const text = textOfRules(rules);
    expect(text).toBe('AB: P010 read-only; VOUCIM: C_NOTE hidden, P012 hidden, P019 read-only');
    expect(textOfRules(rulesOfText(text))).toBe(text);
    expect(rulesOfText('')).toEqual([]);
  });

  test('are set, exchanged and removed field by field; a table without a rule is left out', () => {
    const hidden = toggled(rules, 'AB', 'P010', 'hidden');
    expect(textOfRules(hidden)).toContain('AB: P010 hidden;');
    expect(textOfRules(toggled(hidden, 'AB', 'P010', 'hidden'))).not.toContain('AB');
    expect(textOfRules(toggled([], 'NEW', 'P012', 'readOnly'))).toBe('NEW: P012 read-only');
  });

  test('never hide the Customer ID', () => {
    expect([mayHide('P008'), mayHide('P012')]).toEqual([false, true]);
  });
});
