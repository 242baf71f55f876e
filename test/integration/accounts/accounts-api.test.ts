import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '../../../functions/accounts/routes.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { accountPortsOn } from '../../support/account-ports.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { TESTERS } from '../../support/rights.ts';

let dynamo: TestDynamo;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = createApi(routes, {
    ...accountPortsOn(dynamo),
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    answers: new DynamoAnswerStore(dynamo.client, dynamo.controlTable, { now: () => new Date() }),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
});

afterAll(() => dynamo.stop());

const brigitte = { prefix: 'bri', name: 'Brigitte Training', manager: 'Brigitte' };

describe('accounts', () => {
  test('an account is created, read and listed, its prefix in upper case', async () => {
    const created = await call(api, 'POST', '/accounts', { body: brigitte });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...brigitte, prefix: 'BRI', createdAt: '2026-11-22T10:00:00.000Z' });
    expect(created.headers).toMatchObject({ etag: '"1"', location: '/accounts/BRI' });

    const read = await call(api, 'GET', '/accounts/bri', { role: 'agent' });
    expect(read.body).toEqual(created.body);
    expect((await call(api, 'GET', '/accounts', { role: 'agent' })).body.items).toContainEqual(created.body);
  });

  test('of two creates with the same prefix, at once and in different case, one wins', async () => {
    const answers = await Promise.all(
      ['TWO', 'two', 'Two'].map((prefix) => call(api, 'POST', '/accounts', { body: { ...brigitte, prefix } })),
    );
    expect(answers.map((each) => each.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(answers.find((each) => each.status === 409)?.body.code).toBe('account.prefix-taken');
  });

  test('a change needs the ETag of what was read', async () => {
    await call(api, 'POST', '/accounts', { body: { ...brigitte, prefix: 'UPD' } });
    const change = { name: 'New name', manager: 'New manager' };
    const put = (headers: Record<string, string>) => call(api, 'PUT', '/accounts/UPD', { body: change, headers });

    expect((await put({})).body).toMatchObject({ status: 428, code: 'if-match.missing' });
    for (const tag of ['"2"', 'W/"1"', '"x"']) {
      expect((await put({ 'if-match': tag })).body).toMatchObject({ status: 412, code: 'if-match.stale' });
    }
    expect((await put({ 'if-match': '1' })).body).toMatchObject({ status: 400, code: 'if-match.invalid' });
    const both = await Promise.all([put({ 'if-match': '"1"' }), put({ 'if-match': '"1"' })]);
    expect(both.map((each) => each.status).sort((a, b) => a - b)).toEqual([200, 412]);

    const read = await call(api, 'GET', '/accounts/UPD');
    expect(read.body).toMatchObject({ prefix: 'UPD', ...change });
    expect(read.headers.etag).toBe('"2"');
  });

  test('the dollars above which an import waits stay after a change that does not name them, and are removed by null', async () => {
    const created = await call(api, 'POST', '/accounts', {
      body: { ...brigitte, prefix: 'LIM', confirmImportsOverDollars: 2.5 },
    });
    expect(created.body.confirmImportsOverDollars).toBe(2.5);
    const change = async (revision: number, limit: Record<string, unknown>) => {
      const body = { name: 'N', manager: 'M', ...limit };
      const put = await call(api, 'PUT', '/accounts/LIM', { body, headers: { 'if-match': `"${revision}"` } });
      const read = await call(api, 'GET', '/accounts/LIM');
      expect(read.body).toEqual(put.body);
      return put.body.confirmImportsOverDollars;
    };
    expect(await change(1, {})).toBe(2.5);
    expect(await change(2, { confirmImportsOverDollars: 0 })).toBe(0);
    expect(await change(3, { confirmImportsOverDollars: null })).toBeUndefined();
    expect(await change(4, { confirmImportsOverDollars: 7 })).toBe(7);
    for (const wrong of [-1, '5', true]) {
      const rejected = await call(api, 'POST', '/accounts', {
        body: { ...brigitte, prefix: 'NEG', confirmImportsOverDollars: wrong },
      });
      expect(rejected.body.errors).toMatchObject([{ pointer: '/confirmImportsOverDollars' }]);
    }
  });

  test('prefix, name and manager are mandatory, and each wrong one is pointed to', async () => {
    const empty = await call(api, 'POST', '/accounts', { body: {} });
    expect(empty.body).toMatchObject({ status: 400, code: 'body.invalid' });
    expect(empty.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/prefix',
      '/name',
      '/manager',
    ]);

    for (const prefix of ['BR', 'BRIG', 'BR1', 'BÄR', 'B R', '', 1]) {
      const rejected = await call(api, 'POST', '/accounts', { body: { ...brigitte, prefix } });
      expect(rejected.body.errors).toMatchObject([{ pointer: '/prefix' }]);
    }
    const blank = await call(api, 'POST', '/accounts', { body: { prefix: 'BLA', name: '  ', manager: 'a\nb' } });
    expect(blank.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual(['/name', '/manager']);
  });

  test('an unknown account is 404, and a prefix cannot change', async () => {
    expect((await call(api, 'GET', '/accounts/NIX')).body.code).toBe('account.not-found');
    const headers = { 'if-match': '"1"' };
    const unknown = await call(api, 'PUT', '/accounts/NIX', { body: { name: 'a', manager: 'b' }, headers });
    expect(unknown.body.code).toBe('account.not-found');
    const moved = await call(api, 'PUT', '/accounts/BRI', { body: brigitte, headers });
    expect(moved.body.errors).toEqual([
      { pointer: '/prefix', code: 'input.unknown', detail: 'This field does not exist. Remove it.' },
    ]);
  });

  test('only an administrator writes', async () => {
    for (const role of ['agent', 'supervisor', 'none', 'administrator@BRI']) {
      expect((await call(api, 'POST', '/accounts', { body: brigitte, role })).body.code).toBe('access.forbidden');
    }
    expect((await call(api, 'GET', '/accounts', { role: 'none' })).status).toBe(403);
    expect((await call(api, 'GET', '/accounts', { role: null })).body.code).toBe('access.unauthenticated');
  });

  test('a list is paged, each account once, the last page without a cursor', async () => {
    for (const prefix of ['PAA', 'PAB', 'PAC', 'PAD']) {
      await call(api, 'POST', '/accounts', { body: { ...brigitte, prefix } });
    }
    const seen: string[] = [];
    let address = '/accounts?limit=2';
    for (;;) {
      const { body } = await call(api, 'GET', address);
      expect(body.items.length).toBeGreaterThan(0);
      seen.push(...body.items.map((each: { prefix: string }) => each.prefix));
      if (!body.nextCursor) break;
      address = `/accounts?limit=2&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(['BRI', 'PAA', 'PAB', 'PAC', 'PAD', 'TWO', 'UPD']));
  });

  test('a list is filtered by prefix and name, blind to case, and a cursor belongs to its filter', async () => {
    for (const [prefix, name] of ['FIA', 'FIB', 'FIC'].map((each, index) => [each, `Filtered ${index}`])) {
      await call(api, 'POST', '/accounts', { body: { ...brigitte, prefix, name } });
    }
    const prefixes = async (query: string) =>
      (await call(api, 'GET', `/accounts?${query}`)).body.items.map((each: { prefix: string }) => each.prefix);
    expect(await prefixes('filter=fILTERED')).toEqual(['FIA', 'FIB', 'FIC']);
    expect(await prefixes('filter=fib')).toEqual(['FIB']);
    expect(await prefixes('filter=nothing')).toEqual([]);

    const { nextCursor } = (await call(api, 'GET', '/accounts?filter=filtered&limit=2')).body;
    expect(await prefixes(`filter=filtered&limit=2&cursor=${nextCursor}`)).toEqual(['FIC']);
    for (const other of ['', 'filter=filter&']) {
      expect((await call(api, 'GET', `/accounts?${other}cursor=${nextCursor}`)).body.code).toBe('cursor.invalid');
    }
    const long = await call(api, 'GET', `/accounts?filter=${'x'.repeat(101)}`);
    expect(long.body).toMatchObject({ code: 'query.invalid', errors: [{ pointer: '/filter' }] });
  });

  test('a cursor that was tampered with, and a limit out of range, are rejected', async () => {
    const { body } = await call(api, 'GET', '/accounts?limit=1');
    const cursor: string = body.nextCursor;
    for (const wrong of [`${cursor}A`, cursor.slice(1), 'x', '%22', '']) {
      expect((await call(api, 'GET', `/accounts?cursor=${wrong}`)).body.code).toBe('cursor.invalid');
    }
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'other=1']) {
      expect((await call(api, 'GET', `/accounts?${query}`)).body.code).toBe('query.invalid');
    }
  });
});
