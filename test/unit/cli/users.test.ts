import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';
import type { Heard } from './support/fake-api.ts';

const NOT_INVITED = { isInvited: false, pending: null, last: null };
const ANN = {
  ...{ id: 'u-ann', username: 'ann.example', fullName: 'Ann Example', email: 'Ann@example.com', crmId: null },
  ...{ status: 'active', signIn: NOT_INVITED },
};
const BOB = {
  ...ANN,
  id: 'u-bob',
  username: 'bob',
  fullName: 'Bob',
  email: null,
  signIn: { ...NOT_INVITED, isInvited: true },
};
const ROLES = {
  items: [
    { id: 'agent', name: 'Agent' },
    { id: 'r-1', name: 'Import clerk' },
  ],
};
const RIGHTS = {
  ...{ userId: ANN.id, isEnabled: false },
  permissions: [
    {
      permission: 'customers.search',
      allows: 'Search for customers and read them.',
      from: [{ roleId: 'agent', roleName: 'Agent', accounts: ['BRI', 'OTH'] }],
    },
  ],
};

const problem = (status: number, code: string) => ({ status, json: { detail: 'No.', code } });

const UNKNOWN_ACCOUNT = {
  status: 400,
  json: {
    detail: 'Some grants name what does not exist; see errors.',
    code: 'grants.invalid',
    errors: [{ pointer: '/grants/1/accounts/1', detail: 'There is no account XXX.' }],
  },
};

/** Users, roles and rights as the API answers them; `grants` are those of Ann. */
function answers(grants: readonly object[] = []) {
  return ({ method, path, json }: Heard) => {
    const [address = '', query] = path.split('?');
    if (address === '/users') {
      const text = new URLSearchParams(query).get('filter')?.toLowerCase() ?? '';
      return { json: { items: [ANN, BOB].filter((user) => JSON.stringify(user).toLowerCase().includes(text)) } };
    }
    if (address === '/roles') return { json: ROLES };
    if (address === '/groups') return { json: { items: [{ id: 'g-1', name: 'City breaks' }] } };
    if (address.endsWith('/rights')) return { json: RIGHTS };
    if (address.endsWith('/grants')) {
      if (method === 'PUT' && JSON.stringify(json).includes('XXX')) return UNKNOWN_ACCOUNT;
      return { json: method === 'PUT' ? json : { grants }, headers: { etag: '"3"' } };
    }
    if (address.startsWith('/accounts/'))
      return /\/(BRI|OTH)$/.test(address) ? { json: {} } : problem(404, 'account.not-found');
    if (address === '/invitations') {
      const rejected = [{ userId: BOB.id, code: 'user.no-email', detail: 'The user has no e-mail address.' }];
      return { json: { accepted: [ANN.id], rejected } };
    }
    if (method === 'POST') return { json: { ...ANN, status: address.endsWith('/disable') ? 'disabled' : 'active' } };
    return address === `/users/${BOB.id}` ? { json: BOB } : problem(404, 'user.not-found');
  };
}

describe('switchboard users', () => {
  test('lists users, narrowed by text, status and the name of a group', async () => {
    await using world = await embedded(answers());
    expect(await world.terminal.run('users', 'list')).toBe(0);
    expect(world.terminal.printed).toMatch(/Ann Example +ann\.example +Ann@example\.com +active +not invited/);
    expect(world.terminal.printed).toMatch(/Bob +bob +– +active +invited/);
    const flags = ['--filter', 'ann', '--status', 'active', '--group', 'city BREAKS', '--json'];
    expect(await world.terminal.run('users', 'list', ...flags)).toBe(0);
    expect(world.api.heard.at(-1)?.path).toBe('/users?filter=ann&status=active&group=g-1&limit=100');
  });

  test.each(['ann.example', 'ANN@example.com', 'u-ann'])('finds a user by %s, and shows the rights', async (named) => {
    await using world = await embedded(answers());
    expect(await world.terminal.run('users', 'rights', named)).toBe(0);
    expect(world.terminal.printed).toContain('Ann Example is disabled: none of these rights has an effect.');
    expect(world.terminal.printed).toMatch(/Search for customers and read them\. +Agent \(BRI, OTH\)/);
  });

  test('takes no part of a name for a user, and says what it does not find', async () => {
    await using world = await embedded(answers());
    expect(await world.terminal.run('users', 'disable', 'ann', '--json')).toBe(1);
    expect(JSON.parse(world.terminal.noted).error).toMatchObject({
      code: 'user.not-found',
      message: 'There is no user ann.',
    });
    expect(await world.terminal.run('users', 'give', 'bob', 'Boss', '--all-accounts')).toBe(1);
    expect(world.terminal.noted).toContain('There is no role named Boss.');
    expect(world.api.heard.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
  });

  test('says that the case of a username counts, and names the user who is meant', async () => {
    await using world = await embedded(answers());
    expect(await world.terminal.run('users', 'rights', 'ANN.example')).toBe(1);
    expect(world.terminal.noted).toContain(
      'There is no user ANN.example. There is ann.example: usernames are compared with their case.',
    );
  });

  test.each([
    ['disable', 'disable', 'disabled'],
    ['enable', 'enable', 'active'],
    ['reset', 'password-reset', 'active'],
  ])('%s sends one request and prints the user', async (verb, path, status) => {
    await using world = await embedded(answers());
    expect(await world.terminal.run('users', verb, 'ann.example')).toBe(0);
    expect(world.api.requests('POST', `/users/u-ann/${path}`)).toHaveLength(1);
    expect(world.terminal.printed).toContain(`Ann Example (ann.example): ${status}, not invited`);
  });

  test('invites the users of a file and of the command line, and names those who are not invited', async () => {
    await using world = await embedded(answers());
    writeFileSync(join(world.terminal.cwd, 'addresses.txt'), '\uFEFFann@EXAMPLE.com\r\n\nBOB\r\n');
    expect(await world.terminal.run('users', 'invite', 'bob', '--from-file', 'addresses.txt')).toBe(2);
    expect(world.api.requests('POST', '/invitations').map(({ json }) => json)).toEqual([
      { userIds: ['u-bob', 'u-ann'] },
    ]);
    expect(world.terminal.printed).toBe(
      'Invited 1 user.\nNot invited: BOB: There is no such user. There is bob: usernames are compared with their case.\nNot invited: bob: The user has no e-mail address.\n',
    );
    expect(await world.terminal.run('users', 'invite')).toBe(1);
    expect(await world.terminal.run('users', 'invite', '--from-file', 'missing.txt')).toBe(1);
    expect(world.terminal.noted).toContain('missing.txt does not exist');
  });

  test.each([
    [[], ['--accounts', 'bri'], ['BRI']],
    [[{ roleId: 'r-1', accounts: ['OTH'] }], ['--accounts', 'BRI,OTH'], ['OTH', 'BRI']],
    [[{ roleId: 'r-1', accounts: ['OTH'] }], ['--all-accounts'], 'all'],
  ])('adds accounts to what the user has: %j', async (before, flags, accounts) => {
    const agent = { roleId: 'agent', accounts: 'all' };
    await using world = await embedded(answers([agent, ...before]));
    expect(await world.terminal.run('users', 'give', 'ann.example', 'import CLERK', ...flags)).toBe(0);
    const [request] = world.api.requests('PUT', '/users/u-ann/grants');
    expect(request?.json).toEqual({ grants: [agent, { roleId: 'r-1', accounts }] });
    expect(request?.headers['if-match']).toBe('"3"');
    expect(world.terminal.printed).toContain('Ann Example has the role Import clerk for');
  });

  test('names the accounts that do not exist, also for a user who has the role for all accounts', async () => {
    await using world = await embedded(answers([{ roleId: 'agent', accounts: 'all' }]));
    const give = (...args: string[]) => world.terminal.run('users', 'give', 'ann.example', ...args);
    expect(await give('agent', '--accounts', 'BRI,XXX,OTH,YYY')).toBe(1);
    expect(world.terminal.noted).toBe('These accounts do not exist: XXX, YYY.\n');
    expect(world.api.requests('PUT', '/users/u-ann/grants')).toEqual([]);
    expect(await give('agent', '--accounts', 'BRI')).toBe(0);
    expect(await give('Import clerk', '--accounts', 'BRI,XXX')).toBe(1);
    expect(world.terminal.noted).toMatch(/There is no account XXX\.\n$/);
    expect(world.terminal.noted).not.toContain('/grants');
  });

  test('leaves the check of accounts to the API for a caller who cannot read them', async () => {
    const reply = answers([{ roleId: 'agent', accounts: 'all' }]);
    await using world = await embedded((heard) =>
      heard.path.startsWith('/accounts/') ? problem(403, 'access.forbidden') : reply(heard),
    );
    expect(await world.terminal.run('users', 'give', 'ann.example', 'agent', '--accounts', 'BRI')).toBe(0);
  });

  test('takes a role with all accounts or with some, and none that the user does not have', async () => {
    const grants = [
      { roleId: 'agent', accounts: 'all' },
      { roleId: 'r-1', accounts: ['OTH', 'BRI'] },
    ];
    await using world = await embedded(answers(grants));
    const take = (...args: string[]) => world.terminal.run('users', 'take', 'ann.example', ...args);
    expect(await take('Import clerk', '--accounts', 'OTH')).toBe(0);
    expect(await take('Import clerk')).toBe(0);
    expect(await take('Import clerk', '--accounts', 'OTH,BRI')).toBe(0);
    const sent = world.api.requests('PUT', '/users/u-ann/grants').map(({ json }) => json.grants[1]?.accounts);
    expect(sent).toEqual([['BRI'], undefined, undefined]);
    expect(world.terminal.printed).toContain('Ann Example no longer has the role Import clerk.');
    expect(await take('agent', '--accounts', 'BRI')).toBe(1);
    expect(world.terminal.noted).toContain('take it without --accounts');
    expect(await take('Import clerk', '--accounts', 'XYZ', '--json')).toBe(1);
    expect(world.api.requests('PUT', '/users/u-ann/grants')).toHaveLength(3);
  });

  test.each([[[]], [['--accounts', 'BRI', '--all-accounts']], [['--accounts', 'Britain']]])(
    'rejects a role for %j',
    async (flags) => {
      await using world = await embedded(answers());
      expect(await world.terminal.run('users', 'give', 'bob', 'agent', ...flags)).toBe(1);
      expect(world.api.requests('PUT', '/users/u-bob/grants')).toEqual([]);
    },
  );
});
