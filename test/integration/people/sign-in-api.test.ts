import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SignInRejection } from '../../../functions/people/domain/sign-in-account.ts';
import { workThroughSignIns } from '../../../functions/people/use-cases/sign-in/work-through-sign-ins.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { peoplePortsOn } from '../../support/people-ports.ts';
import { type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  api.directory.acts = [];
});

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const create = (username: string, more: object = { email: `${username}@example.com` }) =>
  send('POST', '/users', { body: { username, fullName: `${username} Example`, ...more } });
const matching = ({ headers }: Awaited<ReturnType<typeof send>>) => ({ 'if-match': String(headers.etag) });
const attributesOf = ({ id: _, status: __, createdAt: ___, signIn: ____, ...attributes }: Record<string, unknown>) =>
  attributes;

async function invited(username: string) {
  const { body } = await create(username);
  const answer = await send('POST', `/users/${body.id}/invitation`);
  api.directory.acts = [];
  return answer;
}

/** Runs the worker as its schedule does. */
function work() {
  const { clock } = api.imports;
  const ports = { ...peoplePortsOn(new ControlTable(dynamo.client, dynamo.controlTable)), clock };
  return workThroughSignIns({ ...ports, directory: api.directory, sleep: async () => undefined }, 60_000);
}

const outage = () => new Error('The sign-in service is not reachable');

describe('a user', () => {
  test('has no account until they are invited, and gets the invitation again until they have a password', async () => {
    const { body } = await create('ada');
    expect(body.signIn).toEqual({ isInvited: false, pending: null, last: null });
    const answer = await send('POST', `/users/${body.id}/invitation`);
    expect(answer).toMatchObject({
      status: 200,
      body: { signIn: { isInvited: true, pending: null, last: { act: 'invite', reason: null } } },
    });
    await send('POST', `/users/${body.id}/invitation`);
    api.directory.signIn(body.id);
    await send('POST', `/users/${body.id}/invitation`);
    expect(api.directory.acts).toEqual([`invite ${body.id}`, `invite ${body.id}`]);
    expect((await send('GET', `/users/${body.id}`)).headers.etag).toBe('"4"');
  });

  test('is not invited without an e-mail address or while disabled', async () => {
    const silent = await create('bo', {});
    expect((await send('POST', `/users/${silent.body.id}/invitation`)).body.code).toBe('user.no-email');
    const { body } = await create('cy');
    await send('POST', `/users/${body.id}/disable`);
    for (const act of ['invitation', 'password-reset']) {
      expect((await send('POST', `/users/${body.id}/${act}`)).body.code).toBe('user.disabled');
    }
    expect((await send('POST', '/users/gone/invitation')).body.code).toBe('user.not-found');
    expect(api.directory.acts).toEqual([]);
  });

  test('keeps the names and the status of their account', async () => {
    const ann = await invited('ann');
    const { id } = ann.body;
    const body = { ...attributesOf(ann.body), username: 'Ann', email: 'new@example.com' };
    const changed = await send('PUT', `/users/${id}`, { body, headers: matching(ann) });
    expect(changed.body.signIn).toMatchObject({ pending: null, last: { act: 'update', reason: null } });
    expect(api.directory.accounts.get(id)).toMatchObject({ username: 'Ann', email: 'new@example.com' });
    const moved = { ...body, language: 'de' };
    await send('PUT', `/users/${id}`, { body: moved, headers: matching(changed) });
    await send('POST', `/users/${id}/disable`);
    const enabled = await send('POST', `/users/${id}/enable`);
    await send('DELETE', `/users/${id}`, { headers: matching(enabled) });
    expect(api.directory.acts).toEqual(
      ['update', 'disable', 'sign-out', 'enable', 'remove'].map((act) => `${act} ${id}`),
    );
  });

  test('loses their account with their e-mail address', async () => {
    const dee = await invited('dee');
    const body = { ...attributesOf(dee.body), email: null };
    const changed = await send('PUT', `/users/${dee.body.id}`, { body, headers: matching(dee) });
    expect(changed.body.signIn).toMatchObject({ isInvited: false, pending: null });
    expect(api.directory.acts).toEqual([`remove ${dee.body.id}`]);
  });

  test('chooses another password, and their sessions end', async () => {
    const { id } = (await invited('eve')).body;
    await send('POST', `/users/${id}/password-reset`);
    api.directory.signIn(id);
    const reset = await send('POST', `/users/${id}/password-reset`);
    expect(reset.body.signIn.last).toMatchObject({ act: 'reset-password', reason: null });
    expect(api.directory.acts).toEqual(['invite', 'reset-password', 'sign-out'].map((act) => `${act} ${id}`));
    const { body } = await create('fay');
    const unknown = await send('POST', `/users/${body.id}/password-reset`);
    expect(unknown.body.signIn.last).toMatchObject({ act: 'reset-password', reason: 'not-invited' });
  });

  test('with more rights is not invited or reset by a caller who lacks them', async () => {
    const { body } = await create('gil');
    const { headers } = await send('GET', `/users/${body.id}/grants`);
    const grants = [{ roleId: 'administrator', accounts: 'all' }];
    await send('PUT', `/users/${body.id}/grants`, { body: { grants }, headers: { 'if-match': String(headers.etag) } });
    for (const act of ['invitation', 'password-reset']) {
      const rejected = await send('POST', `/users/${body.id}/${act}`, { role: 'manager' });
      expect(rejected).toMatchObject({ status: 403, body: { code: 'rights.exceed-own' } });
    }
  });
});

describe('an act that the sign-in service does not carry out', () => {
  test('stays pending, and the worker repeats it once it is due', async () => {
    const { id } = (await invited('hal')).body;
    api.directory.failures.set('disable', outage());
    const disabled = await send('POST', `/users/${id}/disable`);
    expect(disabled.body).toMatchObject({ status: 'disabled', signIn: { pending: { act: 'update' } } });
    await work();
    expect(api.directory.accounts.get(id)?.isEnabled).toBe(true);
    api.wait(31);
    await work();
    expect(api.directory.accounts.get(id)?.isEnabled).toBe(false);
    const { body, headers } = await send('GET', `/users/${id}`);
    expect(body.signIn).toMatchObject({ pending: null, last: { act: 'update', reason: null } });
    expect(headers.etag).toBe(disabled.headers.etag);
    api.directory.acts = [];
    await work();
    expect(api.directory.acts).toEqual([]);
  });

  test('is done with a later act of the user, which does not replace an invitation', async () => {
    const ida = await create('ida');
    const { id } = ida.body;
    api.directory.failures.set('invite', outage());
    await send('POST', `/users/${id}/invitation`);
    const stored = await send('GET', `/users/${id}`);
    const body = { ...attributesOf(stored.body), email: 'ida2@example.com' };
    const changed = await send('PUT', `/users/${id}`, { body, headers: matching(stored) });
    expect(changed.body.signIn).toMatchObject({ isInvited: true, last: { act: 'invite' } });
    expect(api.directory.accounts.get(id)).toMatchObject({ email: 'ida2@example.com' });
  });

  test('is repeated for a user who is deleted', async () => {
    const joe = await invited('joe');
    api.directory.failures.set('remove', outage());
    expect((await send('DELETE', `/users/${joe.body.id}`, { headers: matching(joe) })).status).toBe(204);
    expect(api.directory.accounts.has(joe.body.id)).toBe(true);
    api.wait(31);
    await work();
    expect(api.directory.accounts.has(joe.body.id)).toBe(false);
  });

  test('ends with a reason if it is rejected', async () => {
    const { id } = (await create('kim')).body;
    api.directory.failures.set('invite', new SignInRejection('email-in-use'));
    const answer = await send('POST', `/users/${id}/invitation`);
    expect(answer.body.signIn).toMatchObject({ isInvited: false, pending: null, last: { reason: 'email-in-use' } });
  });
});

describe('the invitation of many users', () => {
  test('is left to the worker, names who cannot be invited, and survives the end of a worker', async () => {
    const users = await Promise.all(['lea', 'max', 'ned'].map((name) => create(name)));
    const ids = users.map(({ body }) => body.id);
    const silent = await create('oda', {});
    const request = { body: { userIds: [...ids, ids[0], silent.body.id, 'gone'] } };
    const answer = await send('POST', '/invitations', request);
    expect(answer).toMatchObject({
      status: 202,
      body: {
        accepted: ids,
        rejected: [
          { userId: silent.body.id, code: 'user.no-email' },
          { userId: 'gone', code: 'user.not-found' },
        ],
      },
    });
    expect(api.directory.acts).toEqual(['start']);
    api.directory.acts = [];
    api.directory.failures.set('invite', outage());
    await work();
    expect(api.directory.acts).toHaveLength(2);
    await work();
    expect([...api.directory.acts].sort()).toEqual(ids.map((id) => `invite ${id}`).sort());
  });

  test('starts no worker if no user can be invited', async () => {
    expect((await send('POST', '/invitations', { body: { userIds: ['gone'] } })).body.accepted).toEqual([]);
    expect(api.directory.acts).toEqual([]);
  });
});
