import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addHolders } from '../../../functions/people/dynamodb/holders.ts';
import { roleKey } from '../../../functions/people/dynamodb/role-item.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
});
afterAll(() => dynamo.stop());

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const create = (name: string, permissions = ['setup.read']) => send('POST', '/roles', { body: { name, permissions } });
const etag = (value: unknown) => ({ 'if-match': String(value) });

describe('the built-in roles', () => {
  test('are listed first, page by page', async () => {
    await create('Listed');
    const names: string[] = [];
    let address = '/roles?limit=2';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await send('GET', address);
      names.push(...body.items.map((role: { name: string }) => role.name));
      if (!body.nextCursor) break;
      address = `/roles?limit=2&cursor=${body.nextCursor}`;
    }
    expect(names).toEqual(['Administrator', 'Agent', 'Supervisor', 'Listed']);
    expect((await send('GET', '/roles?filter=super')).body.items).toMatchObject([
      { id: 'supervisor', isBuiltIn: true },
    ]);
  });

  test('cannot be changed or deleted, and their names are taken', async () => {
    const { headers } = await send('GET', '/roles/agent');
    const body = { name: 'Agent', permissions: ['setup.read'] };
    const changed = await send('PUT', '/roles/agent', { body, headers: etag(headers.etag) });
    expect(changed).toMatchObject({ status: 409, body: { code: 'role.built-in' } });
    const deleted = await send('DELETE', '/roles/agent', { headers: etag(headers.etag) });
    expect(deleted).toMatchObject({ status: 409, body: { code: 'role.built-in' } });
    expect((await create('AGENT')).body.code).toBe('role.name-taken');
  });
});

describe('a role', () => {
  test('is created, read, renamed and deleted', async () => {
    const created = await create('Clerk', ['customers.import', 'setup.read', 'setup.read']);
    expect(created).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: `/roles/${created.body.id}` },
      body: { name: 'Clerk', permissions: ['setup.read', 'customers.import'], isBuiltIn: false },
    });
    const address = `/roles/${created.body.id}`;
    const body = { name: 'Import clerk', permissions: ['setup.read'] };
    const renamed = await send('PUT', address, { body, headers: etag('"1"') });
    expect(renamed).toMatchObject({ status: 200, body });
    expect((await create('Clerk')).status).toBe(201);
    expect((await send('DELETE', address, { headers: etag('"1"') })).status).toBe(412);
    expect((await send('DELETE', address, { headers: etag('"2"') })).status).toBe(204);
    expect((await send('GET', address)).body.code).toBe('role.not-found');
  });

  test('hides and protects fields, and keeps its rules in an update that does not name them', async () => {
    const permissions = ['customers.search'];
    const given = [
      { prefix: 'voucim', hidden: ['P019', 'P012', 'P012'], readOnly: ['P012', 'P018'] },
      { prefix: 'EMPTY', hidden: [], readOnly: [] },
    ];
    const created = await send('POST', '/roles', { body: { name: 'Masked', permissions, fieldRules: given } });
    const fieldRules = [{ prefix: 'VOUCIM', hidden: ['P012', 'P019'], readOnly: ['P018'] }];
    expect(created).toMatchObject({ status: 201, body: { fieldRules } });
    const address = `/roles/${created.body.id}`;
    const renamed = await send('PUT', address, { body: { name: 'Veiled', permissions }, headers: etag('"1"') });
    expect(renamed.body).toMatchObject({ name: 'Veiled', fieldRules });
    const body = { name: 'Veiled', permissions, fieldRules: [] };
    await send('PUT', address, { body, headers: etag('"2"') });
    expect((await send('GET', address)).body.fieldRules).toEqual([]);
    expect((await send('GET', '/roles/agent')).body.fieldRules).toEqual([]);
  });

  test('cannot hide the Customer ID, and lists a CRM table once', async () => {
    const role = (fieldRules: unknown) =>
      send('POST', '/roles', { body: { name: 'Wrong', permissions: ['customers.search'], fieldRules } });
    const rule = { prefix: 'VOUCIM', hidden: ['P012'], readOnly: [] };
    expect((await role([{ ...rule, hidden: ['P008'] }])).body.errors[0].pointer).toBe('/fieldRules/0/hidden');
    expect((await role([rule, { ...rule, prefix: 'voucim' }])).body.errors[0].pointer).toBe('/fieldRules');
    expect((await role(Array.from({ length: 51 }, (_, n) => ({ ...rule, prefix: `T${n}` })))).status).toBe(400);
  });

  test('shows no field that its author does not see', async () => {
    const body = { name: 'Open', permissions: ['customers.search'] };
    const rejected = await send('POST', '/roles', { body, role: 'administrator!VOUCIM.P012' });
    expect(rejected).toMatchObject({ status: 403, body: { code: 'rights.exceed-own' } });
    const hiding = { ...body, fieldRules: [{ prefix: 'VOUCIM', hidden: ['P012'], readOnly: [] }] };
    const created = await send('POST', '/roles', { body: hiding, role: 'administrator!VOUCIM.P012' });
    expect(created.status).toBe(201);
    const opened = await send('PUT', `/roles/${created.body.id}`, {
      ...{ body: { ...body, fieldRules: [] }, role: 'administrator!VOUCIM.P012', headers: etag('"1"') },
    });
    expect(opened).toMatchObject({ status: 403, body: { code: 'rights.exceed-own' } });
  });

  test('has at least one permission, of those that people may have', async () => {
    expect((await create('Empty', [])).status).toBe(400);
    expect((await create('Machine', ['interactions.deliver'])).status).toBe(400);
    expect((await create('Unknown', ['everything'])).status).toBe(400);
  });

  test('stays while a user has it', async () => {
    const { body } = await create('Held');
    const control = new ControlTable(dynamo.client, dynamo.controlTable);
    await control.write([addHolders(roleKey(body.id), 1, 'unknown')]);
    const address = `/roles/${body.id}`;
    const rejected = await send('DELETE', address, { headers: etag('"1"') });
    expect(rejected).toMatchObject({ status: 409, body: { code: 'role.in-use' } });
    await control.write([addHolders(roleKey(body.id), -1, 'unknown')]);
    expect((await send('DELETE', address, { headers: etag('"1"') })).status).toBe(204);
  });

  test('is for users with the permission on every account', async () => {
    for (const role of ['agent', 'supervisor', 'administrator@BRI', 'none'])
      expect((await send('GET', '/roles', { role })).body.code).toBe('access.forbidden');
  });
});

describe('the accounts of a caller with roles for named accounts', () => {
  const account = (prefix: string) =>
    send('POST', '/accounts', { body: { prefix, name: `Client ${prefix}`, manager: 'M' } });
  const list = async (role: string, query = '') => {
    const { body } = await send('GET', `/accounts${query}`, { role });
    return { prefixes: body.items.map((each: { prefix: string }) => each.prefix), next: body.nextCursor };
  };

  test('are the only ones in the list', async () => {
    for (const prefix of ['ALP', 'BET', 'GAM']) await account(prefix);
    expect(await list('supervisor@GAM,ALP,NIX')).toEqual({ prefixes: ['ALP', 'GAM'], next: undefined });
    expect((await list('supervisor')).prefixes).toEqual(['ALP', 'BET', 'GAM']);
    const first = await list('agent@ALP,BET,GAM', '?limit=2');
    expect(first.prefixes).toEqual(['ALP', 'BET']);
    expect((await list('agent@ALP,BET,GAM', `?limit=2&cursor=${first.next}`)).prefixes).toEqual(['GAM']);
    expect((await list('agent@ALP,BET', '?filter=client%20b')).prefixes).toEqual(['BET']);
  });

  test('hide another account in the same way as one that does not exist', async () => {
    const foreign = await send('GET', '/accounts/BET', { role: 'agent@ALP' });
    const missing = await send('GET', '/accounts/NIX', { role: 'agent@ALP' });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'account.not-found' } });
    expect(foreign.body).toEqual(missing.body);
    expect((await send('GET', '/accounts/ALP', { role: 'agent@ALP' })).status).toBe(200);
    expect((await send('GET', '/crm-tables/NIX/definitions', { role: 'supervisor@ALP' })).body.code).toBe(
      'crm-table.not-found',
    );
  });
});
