import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsReader } from '../../../functions/people/dynamodb/rights-reader.ts';
import { grantRights } from '../../../functions/people/use-cases/grant-rights.ts';
import { setUpPeople } from '../../../functions/people/use-cases/set-up-people.ts';
import { auditEntry } from '../../../functions/shared/domain/audit/audit-entry.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { testOrigin } from '../../support/origin.ts';
import { peoplePortsOn } from '../../support/people-ports.ts';
import { TESTERS } from '../../support/rights.ts';
import { type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
let control: ControlTable;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
  control = new ControlTable(dynamo.client, dynamo.controlTable);
  await send('POST', '/accounts', { body: { prefix: 'BRI', name: 'Brigitte Training', manager: 'M' } });
});
afterAll(() => dynamo.stop());

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const create = (username: string, more: object = {}) =>
  send('POST', '/users', { body: { username, fullName: `${username} Example`, ...more } });
const matching = ({ headers }: Awaited<ReturnType<typeof send>>) => ({ 'if-match': String(headers.etag) });
const attributesOf = ({ id: _, status: __, createdAt: ___, signIn: ____, ...attributes }: Record<string, unknown>) =>
  attributes;

async function grant(userId: string, grants: object[], role = 'administrator') {
  const before = await send('GET', `/users/${userId}/grants`);
  return send('PUT', `/users/${userId}/grants`, { body: { grants }, headers: matching(before), role });
}
const rightsOf = (userId: string, signedInAt?: Date) => rightsReader(control, systemClock).grantsOf(userId, signedInAt);

describe('a user', () => {
  test('is created without rights, listed, filtered, updated and deleted', async () => {
    const created = await create('ada', { email: 'Ada@example.com', crmId: '4711' });
    expect(created).toMatchObject({
      status: 201,
      body: { username: 'ada', email: 'Ada@example.com', language: 'en', groupId: null, status: 'active' },
    });
    const address = `/users/${created.body.id}`;
    expect((await send('GET', `${address}/grants`)).body).toEqual({ grants: [] });
    expect((await send('GET', '/users?filter=471')).body.items).toEqual([created.body]);
    const body = { ...attributesOf(created.body), fullName: 'Ada Lovelace', timeZone: 'Europe/London' };
    const updated = await send('PUT', address, { body, headers: matching(created) });
    expect(updated).toMatchObject({ status: 200, body });
    expect((await send('DELETE', address, { headers: matching(created) })).status).toBe(412);
    expect((await send('DELETE', address, { headers: matching(updated) })).status).toBe(204);
    expect((await send('GET', address)).body.code).toBe('user.not-found');
    expect((await send('GET', `${address}/rights`)).body.code).toBe('user.not-found');
  });

  test('has a username that differs by case from that of another, and an e-mail address that does not', async () => {
    const upper = await create('Bob', { email: 'bob@example.com' });
    expect((await create('bob')).status).toBe(201);
    const taken = await create('Bob');
    expect(taken).toMatchObject({ status: 409, body: { code: 'user.username-taken' } });
    const sameMail = await create('bob2', { email: 'BOB@example.com' });
    expect(sameMail).toMatchObject({ status: 409, body: { code: 'user.email-taken' } });
    const body = { ...attributesOf(upper.body), username: 'Robert', email: null };
    expect((await send('PUT', `/users/${upper.body.id}`, { body, headers: matching(upper) })).status).toBe(200);
    expect((await create('Bob', { email: 'bob@example.com' })).status).toBe(201);
  });

  test('has a CRM Id that no other user has', async () => {
    const kim = await create('kim', { crmId: 'A1' });
    const taken = { status: 409, body: { code: 'user.crm-id-taken', errors: [{ pointer: '/crmId' }] } };
    expect(await create('kim2', { crmId: 'A1' })).toMatchObject(taken);
    expect((await create('kim2', { crmId: 'a1' })).status).toBe(201);
    const body = { ...attributesOf(kim.body), crmId: 'a1' };
    expect(await send('PUT', `/users/${kim.body.id}`, { body, headers: matching(kim) })).toMatchObject(taken);
    const freed = { ...body, crmId: null };
    expect((await send('PUT', `/users/${kim.body.id}`, { body: freed, headers: matching(kim) })).status).toBe(200);
    expect((await create('kim3', { crmId: 'A1' })).status).toBe(201);
  });

  test('belongs to groups that exist, which stay while they have users', async () => {
    const day = await send('POST', '/groups', { body: { name: 'Day' } });
    const night = await send('POST', '/groups', { body: { name: 'Night' } });
    expect((await send('POST', '/groups', { body: { name: 'DAY' } })).body.code).toBe('group.name-taken');
    expect((await create('cy', { groupId: 'gone' })).body.code).toBe('user.group-unknown');
    const cy = await create('cy', { groupId: day.body.id, teamIds: [night.body.id, night.body.id, day.body.id] });
    expect(cy.body.teamIds).toEqual([night.body.id, day.body.id]);
    await create('cyn', { teamIds: [night.body.id] });
    const namesIn = async (query: string) =>
      (await send('GET', `/users?${query}`)).body.items.map((user: { username: string }) => user.username);
    expect(await namesIn(`group=${day.body.id}`)).toEqual(['cy']);
    expect(await namesIn(`group=${night.body.id}`)).toEqual(['cy', 'cyn']);
    expect(await namesIn(`group=${night.body.id}&filter=cyn`)).toEqual(['cyn']);
    expect(await namesIn(`group=${night.body.id}&status=disabled`)).toEqual([]);
    for (const { body } of [day, night]) {
      const rejected = await send('DELETE', `/groups/${body.id}`, { headers: { 'if-match': '"1"' } });
      expect(rejected).toMatchObject({ status: 409, body: { code: 'group.in-use' } });
    }
    const body = { ...attributesOf(cy.body), groupId: night.body.id, teamIds: [] };
    await send('PUT', `/users/${cy.body.id}`, { body, headers: matching(cy) });
    expect((await send('DELETE', `/groups/${day.body.id}`, { headers: { 'if-match': '"1"' } })).status).toBe(204);
  });

  test.each([
    ['timeZone', 'Mars/Olympus'],
    ['language', 'English'],
    ['email', 'no address'],
    ['username', ' '],
  ])('is rejected with a wrong %s', async (name, value) => {
    expect((await create('wrong', { [name]: value })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: `/${name}` }],
    });
  });
});

describe('the roles of a user', () => {
  test('take effect for the accounts that they name', async () => {
    const { body } = await create('dan');
    const granted = await grant(body.id, [{ roleId: 'agent', accounts: ['bri', 'BRI'] }]);
    expect(granted).toMatchObject({ status: 200, body: { grants: [{ roleId: 'agent', accounts: ['BRI'] }] } });
    expect(await rightsOf(body.id)).toMatchObject([{ role: 'agent', accounts: ['BRI'] }]);
    const { permissions } = (await send('GET', `/users/${body.id}/rights`)).body;
    expect(permissions).toContainEqual({
      permission: 'customers.search',
      allows: 'Search for customers and read them.',
      from: [{ roleId: 'agent', roleName: 'Agent', accounts: ['BRI'] }],
    });
  });

  test('end when the user is disabled, and come back when the user is enabled', async () => {
    const { body } = await create('joe');
    await grant(body.id, [{ roleId: 'agent', accounts: 'all' }]);
    const before = await send('GET', `/users/${body.id}/grants`);
    expect(await send('POST', `/users/${body.id}/disable`)).toMatchObject({
      status: 200,
      body: { status: 'disabled' },
    });
    await expect(rightsOf(body.id, new Date())).rejects.toMatchObject({ code: 'access.signed-out' });
    expect((await send('GET', `/users/${body.id}/rights`)).body.isEnabled).toBe(false);
    const stale = { body: { grants: [] }, headers: matching(before) };
    expect((await send('PUT', `/users/${body.id}/grants`, stale)).status).toBe(412);
    expect((await send('POST', `/users/${body.id}/disable`)).headers.etag).toBe('"2"');
    await send('POST', `/users/${body.id}/enable`);
    const { clock } = api.imports;
    expect(await rightsOf(body.id, clock.now())).toMatchObject([{ role: 'agent' }]);
    // A token of before stays rejected.
    const earlier = new Date(clock.now().getTime() - 1);
    await expect(rightsOf(body.id, earlier)).rejects.toMatchObject({ code: 'access.signed-out' });
    await expect(rightsOf(body.id)).rejects.toMatchObject({ code: 'access.signed-out' });
    expect((await send('POST', '/users/gone/disable')).body.code).toBe('user.not-found');
    expect((await send('POST', '/users/tester/disable')).body.code).toBe('user.self');
  });

  test('name roles and accounts that exist, each role once', async () => {
    const { body } = await create('eve');
    const unknown = await grant(body.id, [
      { roleId: 'gone', accounts: 'all' },
      { roleId: 'agent', accounts: ['BRI', 'NIX'] },
    ]);
    expect(unknown.body).toMatchObject({ status: 400, code: 'grants.invalid' });
    expect(unknown.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/grants/0/roleId',
      '/grants/1/accounts/1',
    ]);
    const agent = { roleId: 'agent', accounts: 'all' };
    expect((await grant(body.id, [agent, agent])).status).toBe(400);
  });

  test('keep their role from being deleted', async () => {
    const role = await send('POST', '/roles', { body: { name: 'Reader', permissions: ['setup.read'] } });
    const { body } = await create('fay');
    await grant(body.id, [{ roleId: role.body.id, accounts: 'all' }]);
    const deletion = () => send('DELETE', `/roles/${role.body.id}`, { headers: matching(role) });
    expect((await deletion()).body.code).toBe('role.in-use');
    await grant(body.id, []);
    expect((await deletion()).status).toBe(204);
  });

  test('are not those of the caller', async () => {
    const user = { userId: 'tester', username: 'tester', fullName: 'T', email: null, roleId: 'agent' as const };
    await setUpPeople({ ...peoplePortsOn(control), clock: systemClock }, { users: [user] }, testOrigin());
    expect((await grant('tester', [])).body).toMatchObject({ status: 409, code: 'user.self' });
    const { headers } = await send('GET', '/users/tester');
    const deleted = await send('DELETE', '/users/tester', { headers: { 'if-match': String(headers.etag) } });
    expect(deleted.body.code).toBe('user.self');
    const me = await send('GET', '/me');
    expect(me.body.profile).toMatchObject({ username: 'tester', fullName: 'T' });
  });
});

describe('a role for an account', () => {
  const addAccount = (prefix: string) => send('POST', '/accounts', { body: { prefix, name: prefix, manager: 'M' } });
  const removeAccount = async (prefix: string) => {
    const { headers } = await send('GET', `/accounts/${prefix}`);
    return send('DELETE', `/accounts/${prefix}`, { headers: { 'if-match': String(headers.etag) } });
  };
  const agentOf = (...accounts: string[]) => [{ roleId: 'agent', accounts }];
  const inUse = (users: string) => ({
    status: 409,
    body: {
      code: 'account.in-use',
      detail: `Account KEP has ${users} with a role for it. Take these roles from the users first, then delete the account.`,
    },
  });

  test('keeps the account from being deleted until no user has one, so that no later account of its prefix has it', async () => {
    await addAccount('KEP');
    const [kim, lea] = [await create('kimberly'), await create('leah')];
    await grant(kim.body.id, [...agentOf('KEP'), { roleId: 'supervisor', accounts: ['KEP', 'BRI'] }]);
    await grant(lea.body.id, agentOf('KEP'));
    expect(await removeAccount('KEP')).toMatchObject(inUse('2 users'));
    await grant(kim.body.id, agentOf('KEP', 'BRI'));
    expect(await removeAccount('KEP')).toMatchObject(inUse('2 users'));
    await grant(kim.body.id, agentOf('BRI'));
    expect(await removeAccount('KEP')).toMatchObject(inUse('1 user'));
    expect((await send('DELETE', `/users/${lea.body.id}`, { headers: matching(lea) })).status).toBe(204);
    expect((await removeAccount('KEP')).status).toBe(204);
    await addAccount('KEP');
    expect(await rightsOf(kim.body.id)).toMatchObject([{ role: 'agent', accounts: ['BRI'] }]);
    expect((await removeAccount('KEP')).status).toBe(204);
  });

  test('and the deletion of the account at the same moment: only one of them succeeds', async () => {
    const race = async (letter: string, index: number) => {
      const prefix = `RC${letter}`;
      const [{ body: user }] = await Promise.all([create(`racer${letter}`), addAccount(prefix)]);
      const calls = [() => grant(user.id, agentOf(prefix)), () => removeAccount(prefix)];
      const answers = await Promise.all((index % 2 === 0 ? calls : calls.reverse()).map((each) => each()));
      const hasRole = (await rightsOf(user.id)).length > 0;
      const isThere = (await send('GET', `/accounts/${prefix}`)).status === 200;
      expect({ prefix, isThere }).toEqual({ prefix, isThere: hasRole });
      expect(answers.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(1);
    };
    await Promise.all(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(race));
  });

  test('is given when the account is deleted after it was read: the grant is rejected', async () => {
    await addAccount('GON');
    const { body: user } = await create('gus');
    const ports = peoplePortsOn(control);
    const accounts = {
      async read(id: { accountPrefix: string }) {
        const found = await api.imports.accounts.read(id);
        await removeAccount('GON');
        return found;
      },
    };
    const caller = { userId: 'tester', grants: await TESTERS.grantsOf('tester') };
    const request = { revision: 1, ...testOrigin({ caller }) };
    await expect(
      grantRights({ ...ports, accounts }, { userId: user.id }, [{ roleId: 'agent', accounts: ['GON'] }], request),
    ).rejects.toMatchObject({ code: 'grants.invalid', violations: [{ code: 'grants.account-unknown' }] });
    expect(await rightsOf(user.id)).toEqual([]);
  });

  test('is given in one transaction with the others of the request, which is rejected if it does not fit', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const prefixes = ['A', 'B', 'C'].flatMap((last) => letters.map((letter) => `P${letter}${last}`));
    await Promise.all(prefixes.map(addAccount));
    const { body } = await create('max');
    const [old, added] = [prefixes.slice(0, 45).sort(), prefixes.slice(45, 45 + 33)];
    const more = { roleId: 'supervisor', accounts: added };
    expect((await grant(body.id, [...agentOf(...old), more])).body).toMatchObject({
      status: 400,
      errors: [{ detail: 'The grants of a user name at most 45 accounts. Give the role for all accounts.' }],
    });
    expect((await grant(body.id, agentOf(...old))).status).toBe(200);
    // Each added account takes two items of the transaction, each removed one takes one.
    expect((await grant(body.id, agentOf(...added))).body).toMatchObject({
      status: 400,
      code: 'grants.too-many-changes',
    });
    expect(await rightsOf(body.id)).toMatchObject([{ accounts: old }]);
    expect((await removeAccount(String(old[0]))).status).toBe(409);
    expect((await grant(body.id, [])).status).toBe(200);
    expect((await removeAccount(String(old[0]))).status).toBe(204);
  });
});

describe('a caller who manages users and has no other permission', () => {
  const role = 'manager';

  test('gives nobody a permission that they lack', async () => {
    const { body } = await create('hal');
    const lacking = { status: 403, body: { code: 'rights.exceed-own' } };
    expect(await grant(body.id, [{ roleId: 'agent', accounts: ['BRI'] }], role)).toMatchObject(lacking);
    const reader = { name: 'Reader of customers', permissions: ['customers.search'] };
    expect(await send('POST', '/roles', { body: reader, role })).toMatchObject(lacking);
    const manager = { name: 'Second manager', permissions: ['users.manage'] };
    expect((await send('POST', '/roles', { body: manager, role })).status).toBe(201);
  });

  test('changes, deletes and demotes no user who has more rights', async () => {
    const user = await create('ida', { email: 'ida@example.com' });
    await grant(user.body.id, [{ roleId: 'administrator', accounts: 'all' }]);
    const address = `/users/${user.body.id}`;
    const lacking = { status: 403, body: { code: 'rights.exceed-own' } };
    const body = { ...attributesOf(user.body), email: 'mine@example.com' };
    expect(await send('PUT', address, { body, headers: matching(user), role })).toMatchObject(lacking);
    const rejected = await send('DELETE', address, { headers: matching(user), role });
    expect(rejected).toMatchObject(lacking);
    expect(rejected.body.detail).toContain(
      'The user has permissions that you do not have for the same accounts: setup.read',
    );
    expect(await grant(user.body.id, [], role)).toMatchObject(lacking);
  });
});

describe('setting up', () => {
  test('adds a user with a role once, and changes nothing for a user who exists', async () => {
    const ports = { ...peoplePortsOn(control), clock: systemClock };
    const gil = { userId: 'gil', username: 'gil', fullName: 'Gil', email: 'gil@example.com' };
    const users = [{ ...gil, roleId: 'administrator' as const }];
    expect(await setUpPeople(ports, { users }, testOrigin())).toEqual([{ userId: 'gil', outcome: 'written' }]);
    await grant('gil', [{ roleId: 'agent', accounts: 'all' }]);
    expect(await setUpPeople(ports, { users }, testOrigin())).toEqual([{ userId: 'gil', outcome: 'exists' }]);
    expect(await rightsOf('gil')).toMatchObject([{ role: 'agent', accounts: 'all' }]);
  });
});

describe('the audit', () => {
  const audit = async (query = '', role?: string) =>
    (await send('GET', `/audit?${WHOLE}${query}`, { role })).body.items;
  const WHOLE = 'from=2026-11-01T00:00:00Z&before=2026-12-01T00:00:00Z&limit=100';

  const STATUS = { path: 'status', before: 'active', after: 'disabled' };

  test('says who did what to a user, without personal values', async () => {
    const created = await create('joy', { email: 'joy@example.com' });
    await grant(created.body.id, [{ roleId: 'agent', accounts: ['BRI'] }]);
    await send('POST', `/users/${created.body.id}/disable`);
    const entries = await audit(`&object=${created.body.id}`);
    expect(entries).toMatchObject([
      { kind: 'user', action: 'disable', changes: expect.arrayContaining([STATUS]) },
      { action: 'grant', changes: expect.arrayContaining([{ path: 'grants[agent].accounts', after: '["BRI"]' }]) },
      { action: 'create', person: 'tester', roles: ['administrator'], account: null },
    ]);
    expect(entries[2].changes).toEqual(expect.arrayContaining([{ path: 'email', isMasked: true }]));
    expect(JSON.stringify(entries)).not.toMatch(/joy/);
  });

  test('has each of two entries of one request for one object, in their order', async () => {
    const origin = testOrigin();
    for (const action of ['first', 'second', 'third']) {
      const entry = auditEntry(origin, { kind: 'twice', action, object: 'one', account: undefined });
      expect(await control.writeAudited([], entry)).toBe('written');
    }
    const list = '/audit?kind=twice&limit=2';
    const paged = await send('GET', list);
    const rest = await send('GET', `${list}&cursor=${paged.body.nextCursor}`);
    const found = [...paged.body.items, ...rest.body.items];
    expect(found.map(({ action }: { action: string }) => action)).toEqual(['third', 'second', 'first']);
    expect(found[0]).not.toHaveProperty('part');
  });

  test('has no entry of a change that was rejected', async () => {
    await create('kay');
    const before = await audit('&kind=user');
    expect((await create('kay')).status).toBe(409);
    expect(await audit('&kind=user')).toEqual(before);
  });

  test('has one entry for all requests that a route rejects for a person within five minutes, with their number', async () => {
    for (const _ of [1, 2, 3]) expect((await send('GET', '/users', { role: 'agent' })).status).toBe(403);
    expect((await send('GET', '/groups', { role: 'agent' })).status).toBe(403);
    expect((await send('GET', '/accounts/NIX', { role: 'agent@BRI' })).status).toBe(404);
    expect((await send('GET', '/accounts/NIX')).status).toBe(404);
    const found = (await audit('&kind=request')).filter(({ person }: { person: string }) => /agent/.test(person));
    expect(found).toMatchObject([
      { person: 'tester-agent@BRI', object: 'GET /accounts/{accountPrefix}', rejections: 1, account: null },
      { person: 'tester-agent', object: 'GET /groups', rejections: 1 },
      { person: 'tester-agent', object: 'GET /users', rejections: 3, changes: [{ path: 'code' }] },
    ]);
  });

  test('has one entry for all requests by which a person sees the console as the same user within an hour', async () => {
    const headers = { 'view-as': 'tester-agent' };
    for (const _ of [1, 2, 3]) expect((await send('GET', '/me', { role: 'supervisor', headers })).status).toBe(200);
    expect((await send('GET', '/accounts', { role: 'supervisor', headers })).status).toBe(200);
    expect((await send('GET', '/me', { headers })).body.viewedBy).toBe('tester');
    const found = (await audit('&object=tester-agent')).filter(({ kind }: { kind: string }) => kind === 'user');
    expect(found).toMatchObject([
      { person: 'tester', action: 'view-as', roles: ['administrator'], account: null, changes: [] },
      { person: 'tester-supervisor', action: 'view-as', roles: ['supervisor'] },
    ]);
  });

  test('shows a caller with the permission for some accounts only the entries of these', async () => {
    await send('POST', '/accounts', { body: { prefix: 'AUD', name: 'Audited', manager: 'Mary' } });
    const campaign = { name: 'Renewals', crmTablePrefix: null, crmName: null };
    await send('POST', '/accounts/AUD/campaigns', { body: campaign });
    const entries = await audit('', 'administrator@AUD');
    expect(entries.map(({ kind, action, name }: Record<string, string>) => [kind, action, name])).toEqual([
      ['campaign', 'create', 'Renewals'],
      ['account', 'create', 'Audited'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('Mary');
    expect(await audit('&account=BRI', 'administrator@AUD')).toEqual([]);
    expect((await send('GET', '/audit', { role: 'supervisor' })).status).toBe(403);
  });
});
