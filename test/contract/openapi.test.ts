import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildDocument } from '../../tools/openapi/build-document.ts';
import { readRoutes } from '../../tools/openapi/read-routes.ts';
import { contractViolation } from '../support/openapi.ts';

const written: unknown = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

describe('the OpenAPI document', () => {
  test('is up to date: run `node tools/openapi.ts`', async () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(buildDocument(await readRoutes()))));
  });

  test('names each operation once', async () => {
    const routes = await readRoutes();
    const ids = routes.map((route) => route.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const addresses = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('every change of something that exists is conditional', async () => {
    const careless = (await readRoutes()).filter(
      (route) => ['PUT', 'PATCH', 'DELETE'].includes(route.method) && !route.conditional,
    );
    expect(careless.map((route) => route.operationId)).toEqual([]);
  });
});

describe('what it says of a route', () => {
  const operationOf = async (operationId: string) => {
    const route = (await readRoutes()).find((each) => each.operationId === operationId);
    if (!route) throw new Error(`there is no ${operationId}`);
    return buildDocument([route]).paths?.[route.path]?.[route.method === 'GET' ? 'get' : 'post'];
  };
  const headers = (operation: Awaited<ReturnType<typeof operationOf>>) =>
    JSON.stringify(operation?.parameters?.filter((parameter) => 'in' in parameter && parameter.in === 'header'));

  test('is who may call it, and what an Idempotency-Key does', async () => {
    const publish = await operationOf('publishCrmTable');
    expect(publish).toMatchObject({
      'x-permission': 'crm-tables.publish',
      description:
        'Needs the permission `crm-tables.publish`: Publish the draft of a CRM table. Built-in roles that have it: administrator.',
      responses: { 403: {}, 409: {}, 422: {} },
    });
    expect(headers(publish)).toContain('idempotency-key');
    const list = await operationOf('listAccounts');
    expect(list).toMatchObject({
      'x-permission': 'setup.read',
      description: expect.stringMatching(/: agent, supervisor, administrator\.$/),
    });
    expect(headers(list)).not.toContain('idempotency-key');
    expect(Object.keys(list?.responses ?? {})).not.toContain('422');
  });

  test('is that it needs no token, where it needs none', async () => {
    const page = await operationOf('getDocsPage');
    expect(page).toMatchObject({ security: [] });
    expect(Object.keys(page?.responses ?? {})).toEqual(['200', '400', '500']);
  });
});

describe('the check of responses against it', () => {
  const account = { prefix: 'BRI', name: 'a', manager: 'b', createdAt: '2026-11-22T10:00:00.000Z' };
  const request = 'GET /accounts/{accountPrefix}';
  const json = 'application/json';

  test('takes what is documented', () => {
    expect(contractViolation(request, { status: 200, contentType: json, body: account })).toBeUndefined();
  });

  test.each([
    ['a missing field', { status: 200, contentType: json, body: { ...account, name: undefined } }],
    ['a field too many', { status: 200, contentType: json, body: { ...account, secret: 1 } }],
    ['a time that is none', { status: 200, contentType: json, body: { ...account, createdAt: 'today' } }],
    ['another status', { status: 202, contentType: json, body: account }],
    ['another content type', { status: 200, contentType: 'text/html', body: account }],
    ['a problem that is none', { status: 404, contentType: 'application/problem+json', body: { error: 'x' } }],
  ])('finds %s', (_, response) => {
    expect(contractViolation(request, response)).toBeDefined();
  });
});
