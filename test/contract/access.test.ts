import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { FieldRules } from '../../functions/shared/domain/caller.ts';
import { FEATURE_NAMES, type FeatureSwitches } from '../../functions/shared/domain/features.ts';
import { PERMISSION_NAMES, PERMISSIONS, type Permission } from '../../functions/shared/domain/permissions.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../functions/shared/domain/roles.ts';
import { PUBLIC, requireAccount, requireFeatureOf, type SIGNED_IN } from '../../functions/shared/http/access.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import type { Route } from '../../functions/shared/http/route.ts';
import { readRoutes } from '../../tools/openapi/read-routes.ts';
import { MemoryAnswers } from '../support/memory-answers.ts';
import { MemoryAudit } from '../support/memory-audit.ts';
import { TESTERS, testerOf } from '../support/rights.ts';

/** The lowest of the three roles that may call each route; a higher role has the permissions of the lower ones. */
const LEAST_ROLE: Readonly<Record<string, Role | typeof PUBLIC | typeof SIGNED_IN>> = {
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /me': 'signed-in',
  'GET /users': 'administrator',
  'POST /users': 'administrator',
  'GET /users/{userId}': 'administrator',
  'PUT /users/{userId}': 'administrator',
  'DELETE /users/{userId}': 'administrator',
  'POST /users/{userId}/disable': 'administrator',
  'POST /users/{userId}/enable': 'administrator',
  'GET /users/{userId}/grants': 'administrator',
  'PUT /users/{userId}/grants': 'administrator',
  'GET /users/{userId}/rights': 'administrator',
  'GET /groups': 'administrator',
  'POST /groups': 'administrator',
  'GET /groups/{groupId}': 'administrator',
  'PUT /groups/{groupId}': 'administrator',
  'DELETE /groups/{groupId}': 'administrator',
  'GET /roles': 'administrator',
  'POST /roles': 'administrator',
  'GET /roles/{roleId}': 'administrator',
  'PUT /roles/{roleId}': 'administrator',
  'DELETE /roles/{roleId}': 'administrator',
  'GET /audit': 'administrator',
  'GET /viewable-users': 'supervisor',
  'GET /settings/features': 'administrator',
  'PUT /settings/features': 'administrator',
  'GET /accounts': 'agent',
  'POST /accounts': 'administrator',
  'GET /accounts/{accountPrefix}': 'agent',
  'PUT /accounts/{accountPrefix}': 'administrator',
  'DELETE /accounts/{accountPrefix}': 'administrator',
  'GET /accounts/{accountPrefix}/campaigns': 'agent',
  'POST /accounts/{accountPrefix}/campaigns': 'supervisor',
  'GET /accounts/{accountPrefix}/campaigns/{campaignId}': 'agent',
  'PUT /accounts/{accountPrefix}/campaigns/{campaignId}': 'supervisor',
  'DELETE /accounts/{accountPrefix}/campaigns/{campaignId}': 'supervisor',
  'GET /accounts/{accountPrefix}/crm-tables': 'agent',
  'POST /accounts/{accountPrefix}/crm-tables': 'administrator',
  'POST /accounts/{accountPrefix}/crm-table-proposals': 'administrator',
  'GET /accounts/{accountPrefix}/crm-table-prefixes/{prefix}': 'administrator',
  'GET /accounts/{accountPrefix}/crm-tables/{prefix}': 'agent',
  'PUT /accounts/{accountPrefix}/crm-tables/{prefix}': 'administrator',
  'POST /accounts/{accountPrefix}/crm-tables/{prefix}/copies': 'administrator',
  'GET /accounts/{accountPrefix}/crm-tables/{prefix}/changes': 'agent',
  'POST /accounts/{accountPrefix}/crm-tables/{prefix}/publish': 'administrator',
  'GET /accounts/{accountPrefix}/crm-tables/{prefix}/versions': 'agent',
  'GET /accounts/{accountPrefix}/crm-tables/{prefix}/versions/{version}': 'agent',
  'POST /accounts/{accountPrefix}/crm-tables/{prefix}/versions/{version}/restore': 'administrator',
  'POST /crm-tables/{prefix}/customers': 'agent',
  'GET /crm-tables/{prefix}/customers/{customerId}': 'agent',
  'PATCH /crm-tables/{prefix}/customers/{customerId}': 'agent',
  'DELETE /crm-tables/{prefix}/customers/{customerId}': 'supervisor',
  'GET /crm-tables/{prefix}/customers/{customerId}/history': 'agent',
  'POST /crm-tables/{prefix}/customers/{customerId}/history-searches': 'agent',
  'POST /crm-tables/{prefix}/customers/{customerId}/document-uploads': 'agent',
  'POST /crm-tables/{prefix}/customers/{customerId}/document-uploads/{uploadId}/completion': 'agent',
  'GET /crm-tables/{prefix}/customers/{customerId}/documents/{documentId}': 'agent',
  'GET /crm-tables/{prefix}/customers/{customerId}/documents/{documentId}/versions/{version}/address': 'agent',
  'DELETE /crm-tables/{prefix}/customers/{customerId}/documents/{documentId}': 'agent',
  'GET /accounts/{accountPrefix}/document-usage': 'agent',
  'POST /crm-tables/{prefix}/customers/{customerId}/notes': 'agent',
  'GET /crm-tables/{prefix}/customers/{customerId}/notes/{noteId}': 'agent',
  'PUT /crm-tables/{prefix}/customers/{customerId}/notes/{noteId}': 'agent',
  'DELETE /crm-tables/{prefix}/customers/{customerId}/notes/{noteId}': 'agent',
  'PUT /crm-tables/{prefix}/customers/{customerId}/notes/{noteId}/pin': 'agent',
  'GET /crm-tables/{prefix}/customers/{customerId}/pinned-notes': 'agent',
  'POST /user-names': 'agent',
  'POST /crm-tables/{prefix}/customer-searches': 'agent',
  'POST /customer-searches': 'agent',
  'GET /crm-tables/{prefix}/draft-check': 'administrator',
  'GET /crm-tables/{prefix}/search-index': 'agent',
  'GET /crm-tables/{prefix}/export-definitions': 'supervisor',
  'POST /crm-tables/{prefix}/export-definitions': 'supervisor',
  'GET /crm-tables/{prefix}/export-definitions/{exportDefinitionId}': 'supervisor',
  'PUT /crm-tables/{prefix}/export-definitions/{exportDefinitionId}': 'supervisor',
  'DELETE /crm-tables/{prefix}/export-definitions/{exportDefinitionId}': 'supervisor',
  'GET /exports': 'supervisor',
  'POST /exports': 'supervisor',
  'GET /exports/{exportId}': 'supervisor',
  'POST /exports/{exportId}/cancel': 'supervisor',
  'POST /exports/{exportId}/resume': 'supervisor',
  'GET /crm-tables/{prefix}/filters': 'agent',
  'POST /crm-tables/{prefix}/filters': 'supervisor',
  'GET /crm-tables/{prefix}/filters/{filterId}': 'agent',
  'PUT /crm-tables/{prefix}/filters/{filterId}': 'supervisor',
  'DELETE /crm-tables/{prefix}/filters/{filterId}': 'supervisor',
  'POST /crm-tables/{prefix}/filter-counts': 'agent',
  'GET /crm-tables/{prefix}/definitions': 'supervisor',
  'POST /crm-tables/{prefix}/definitions': 'supervisor',
  'GET /crm-tables/{prefix}/definitions/{definitionId}': 'supervisor',
  'PUT /crm-tables/{prefix}/definitions/{definitionId}': 'supervisor',
  'DELETE /crm-tables/{prefix}/definitions/{definitionId}': 'supervisor',
  'GET /crm-tables/{prefix}/definitions/{definitionId}/versions': 'supervisor',
  'GET /crm-tables/{prefix}/schedules': 'supervisor',
  'POST /crm-tables/{prefix}/schedules': 'supervisor',
  'GET /crm-tables/{prefix}/schedules/{scheduleId}': 'supervisor',
  'PUT /crm-tables/{prefix}/schedules/{scheduleId}': 'supervisor',
  'DELETE /crm-tables/{prefix}/schedules/{scheduleId}': 'supervisor',
  'POST /crm-tables/{prefix}/schedules/{scheduleId}/pause': 'supervisor',
  'POST /crm-tables/{prefix}/schedules/{scheduleId}/resume': 'supervisor',
  'GET /imports': 'supervisor',
  'POST /imports': 'supervisor',
  'POST /imports/preview': 'supervisor',
  'GET /imports/{importId}': 'supervisor',
  'GET /imports/{importId}/parts': 'supervisor',
  'POST /imports/{importId}/parts': 'supervisor',
  'POST /imports/{importId}/complete': 'supervisor',
  'POST /imports/{importId}/cancel': 'supervisor',
  'POST /imports/{importId}/resume': 'supervisor',
  'POST /imports/{importId}/confirm': 'supervisor',
};

let routes: readonly Route<unknown>[];
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  const found = (await readRoutes()) as readonly Route<unknown>[];
  routes = found;
  // The test checks only whether the route is reached.
  const reached = found.map((route) => ({ ...route, call: async () => ({ status: route.response.status }) }));
  api = createApi(reached, { answers: new MemoryAnswers(), rights: TESTERS, audit: new MemoryAudit() });
});

const nameOf = ({ method, path }: Route<unknown>) => `${method} ${path}`;

async function attempt(
  route: Route<unknown>,
  claims: Record<string, unknown> | undefined,
  target = api,
  more: Readonly<Record<string, string>> = {},
) {
  const rawPath = route.path.replaceAll(/\{\w+\}/g, 'X');
  const event = {
    version: '2.0',
    routeKey: nameOf(route),
    rawPath,
    headers: { 'content-type': 'application/json', ...more },
    requestContext: {
      requestId: 'request',
      timeEpoch: 1,
      http: { method: route.method, path: rawPath },
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
    body: '{}',
  };
  const { statusCode, body } = await target(event as never, {} as never);
  return { route: nameOf(route), status: statusCode, ...(body && { code: JSON.parse(body).code }) };
}

const forbidden = { status: 403, code: 'access.forbidden' };
const unauthenticated = { status: 401, code: 'access.unauthenticated' };

describe('every route', () => {
  test.each([...ROLE_NAMES, 'none'])('accepts a user with the role %s if the role has its permission', async (role) => {
    const permissions = new Set<Permission>(ROLE_NAMES.filter((name) => name === role).flatMap((name) => ROLES[name]));
    for (const route of routes) {
      const isAllowed = typeof route.access === 'string' || permissions.has(route.access.permission);
      const expected = isAllowed ? { status: route.response.status } : forbidden;
      const claims = { sub: testerOf(role), token_use: 'access' };
      expect(await attempt(route, claims)).toEqual({ route: nameOf(route), ...expected });
    }
  });

  test('grants nothing by the groups in a token', async () => {
    for (const route of routes) {
      const claims = { sub: testerOf('none'), token_use: 'access', 'cognito:groups': '[administrator]' };
      const expected = typeof route.access === 'string' ? { status: route.response.status } : forbidden;
      expect(await attempt(route, claims)).toEqual({ route: nameOf(route), ...expected });
    }
  });

  test.each<[string, Record<string, unknown> | undefined]>([
    ['no token', undefined],
    ['a token of no user', { token_use: 'access' }],
    ['a token of another use', { sub: 'tester', token_use: 'refresh' }],
  ])('rejects a request with %s, unless it is public', async (_, claims) => {
    for (const route of routes) {
      const expected = route.access === PUBLIC ? { status: route.response.status } : unauthenticated;
      expect(await attempt(route, claims)).toEqual({ route: nameOf(route), ...expected });
    }
  });
});

describe('a user who sees the console as another one', () => {
  const permissionsOf = (name: string) => new Set<Permission>(name in ROLES ? ROLES[name as Role] : []);
  const viewers = [...ROLE_NAMES, 'supervisor@BRI', 'none'];
  const viewed = [...ROLE_NAMES, 'agent@BRI', 'agent@OTH', 'manager', 'none'];
  const roleOf = (name: string) => name.replace(/@.*/, '');
  const accountOf = (name: string) => /@(.*)/.exec(name)?.[1];
  const view = (route: Route<unknown>, viewer: string, userId: string, target = api) =>
    attempt(route, { sub: testerOf(viewer), token_use: 'access' }, target, { 'view-as': userId });
  const isRead = (route: Route<unknown>) => route.method === 'GET' || route.onlyReads === true;

  test.each(viewers.flatMap((viewer) => viewed.map((user) => [viewer, user] as const)))(
    'as %s sees of %s what both may see, and changes nothing',
    async (viewer, user) => {
      const own = permissionsOf(roleOf(viewer));
      const theirs = user === 'manager' ? new Set<Permission>(['users.manage']) : permissionsOf(roleOf(user));
      const [mine, other] = [accountOf(viewer), accountOf(user)];
      const isShared = user !== 'none' && (mine === undefined || other === undefined || mine === other);
      for (const route of routes.filter(({ access }) => access !== PUBLIC)) {
        const reached = { status: route.response.status };
        const isAllowed =
          typeof route.access === 'string' || (own.has(route.access.permission) && theirs.has(route.access.permission));
        const [code] = [
          ...(own.has('agents.supervise') ? [] : ['access.forbidden']),
          ...(isRead(route) ? [] : ['view-as.read-only']),
          ...(isShared ? [] : ['view-as.forbidden']),
          ...(isAllowed ? [] : ['access.forbidden']),
        ];
        const expected = code === undefined ? reached : { status: 403, code };
        // The account of the request is no matter of this test: requests of a limited scope name none that exists.
        const limited = mine !== undefined || other !== undefined;
        const outcome = await view(route, viewer, testerOf(user));
        if (limited && code === undefined) expect(outcome.status).not.toBe(403);
        else expect(outcome).toEqual({ route: nameOf(route), ...expected });
      }
    },
  );

  test('is in the audit before the route is reached, and a faulty name of a user is rejected', async () => {
    const audit = new MemoryAudit();
    const route = routes.find((each) => nameOf(each) === 'GET /accounts');
    if (!route) throw new Error('There is no such route.');
    let isRecorded = false;
    const seen = {
      ...route,
      call: async () => {
        isRecorded = audit.views.length === 1;
        return { status: 200 as const };
      },
    };
    const target = createApi([seen], { answers: new MemoryAnswers(), rights: TESTERS, audit });
    expect(await view(seen, 'supervisor', testerOf('agent'), target)).toMatchObject({ status: 200 });
    expect(isRecorded).toBe(true);
    expect(audit.views).toMatchObject([{ userId: testerOf('agent'), origin: { caller: { grants: [{}] } } }]);
    for (const faulty of ['', 'a b', 'x'.repeat(101)])
      expect(await view(seen, 'supervisor', faulty, target)).toMatchObject({ status: 400, code: 'view-as.invalid' });
    expect(audit.views).toHaveLength(1);
  });

  test('stores no answer, since no route that only reads stores one', () => {
    expect(routes.filter((route) => isRead(route) && route.idempotency !== 'none').map(nameOf)).toEqual([]);
  });
});

describe('a feature', () => {
  const administrator = { sub: testerOf('administrator'), token_use: 'access' };
  const off = (switches: FeatureSwitches) => {
    const reached = routes.map((route) => ({ ...route, call: async () => ({ status: route.response.status }) }));
    const rights = { ...TESTERS, switches: async () => switches };
    return createApi(reached, { answers: new MemoryAnswers(), rights, audit: new MemoryAudit() });
  };

  test.each(FEATURE_NAMES)('that is off, %s, hides its routes and no other', async (feature) => {
    const without = off({ off: [feature], accounts: [] });
    for (const route of routes) {
      const expected =
        route.feature === feature ? { status: 404, code: 'feature.off' } : { status: route.response.status };
      expect(await attempt(route, administrator, without)).toEqual({ route: nameOf(route), ...expected });
    }
  });

  test('of a route about a CRM table, its customers or its imports is crm', () => {
    const isAboutTables = ({ path }: Route<unknown>) =>
      /crm-table|\/imports|\/exports|customer-searches|document-usage|table-deletion|erasures|maintenance-jobs/.test(
        path,
      );
    const others = routes.filter((route) => (route.feature === 'crm') !== isAboutTables(route));
    expect(others.map(nameOf)).toEqual([]);
  });

  test('tells a caller without the permission nothing', async () => {
    const without = off({ off: ['crm'], accounts: [] });
    const route = routes.find((each) => nameOf(each) === 'GET /imports');
    if (!route) throw new Error('There is no such route.');
    const claims = { sub: testerOf('agent'), token_use: 'access' };
    expect(await attempt(route, claims, without)).toMatchObject(forbidden);
  });
});

test('the permissions of each role on the routes are pinned', () => {
  const leastRole = routes.map((route) => {
    if (typeof route.access === 'string') return [nameOf(route), route.access];
    const { permission } = route.access;
    return [nameOf(route), ROLE_NAMES.find((role) => ROLES[role].includes(permission))];
  });
  expect(Object.fromEntries(leastRole)).toMatchObject(LEAST_ROLE);
});

describe('the roles', () => {
  test('include the permissions of the lesser roles', () => {
    const { agent, supervisor, administrator } = ROLES;
    expect(supervisor).toEqual(expect.arrayContaining([...agent]));
    expect(administrator).toEqual(expect.arrayContaining([...supervisor]));
    expect(agent.length).toBeLessThan(supervisor.length);
    expect(supervisor.length).toBeLessThan(administrator.length);
  });

  test('together have every permission except those for machines', () => {
    const held = new Set<Permission>(ROLE_NAMES.flatMap((role) => ROLES[role]));
    expect(PERMISSION_NAMES.filter((permission) => !held.has(permission))).toEqual(['interactions.deliver']);
  });
});

test('docs/permissions.md lists the permissions of each role', () => {
  const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
  const [, ...rows] = /\| permission \| allows \|.*\n\|[-|]+\n(?:\|.*\n)+/.exec(page)?.[0].trim().split('\n') ?? [];
  const expected = PERMISSION_NAMES.map((name) => {
    const held = ROLE_NAMES.map((role) => (ROLES[role].includes(name) ? 'yes' : ''));
    return `| \`${name}\` | ${PERMISSIONS[name]} | ${held.join(' | ')} |`;
  });
  expect(rows).toEqual(['|---|---|---|---|---|', ...expected]);
});

/** The id of an export of VOUCIM. */
const EXPORT = `VOUCIM-${'0'.repeat(28)}`;

describe('the account of a request', () => {
  const shapeOf = (schema: z.ZodType) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

  /** Lists that contain only what belongs to the caller's accounts. */
  const operationsOfCaller = ['listAccounts', 'listAudit', 'listViewableUsers', 'readUserNames', 'searchAllCustomers'];

  function sourceOf({ path, request, operationId }: Route<unknown>): string {
    const names = [request.params, request.query, request.body].flatMap(shapeOf);
    if (names.includes('accountPrefix')) return 'path';
    // The prefix in the body of a new account is that of no CRM table.
    if (names.includes('prefix') && path !== '/accounts') {
      const isInQuery = shapeOf(request.query).includes('prefix');
      return isInQuery && request.query.safeParse({}).success ? 'crm-table-or-caller' : 'crm-table';
    }
    if (names.includes('importId')) return 'import';
    if (names.includes('exportId')) return 'export';
    return operationsOfCaller.includes(operationId) ? 'caller' : 'none';
  }

  const readable = {
    tables: {
      readPublished: async (prefix: string) =>
        prefix === 'VOUCIM' ? { status: 'draft-only', accountPrefix: 'BRI' } : { status: 'unknown' },
    },
    imports: {
      find: async (id: string) => (id === 'import-1' ? { accountPrefix: 'BRI', prefix: 'VOUCIM' } : undefined),
    },
  };

  /** Whether a caller with every permission, but only on these accounts, may send a request. */
  async function mayCall(
    route: Route<unknown>,
    accounts: readonly string[] | 'all',
    named: object,
    services: unknown,
    fieldRules: readonly FieldRules[] = [],
  ) {
    const grants = [{ role: 'any', name: 'Any', permissions: PERMISSION_NAMES, accounts, fieldRules }];
    const request = {
      id: '',
      params: named,
      query: named,
      body: named,
      headers: {},
      caller: { userId: 'u-1', grants },
    };
    return requireAccount(route.access, services, request as never).then(
      () => 'allowed',
      ({ code, message }) => `${code}${code === 'access.forbidden' ? '' : `: ${message}`}`,
    );
  }

  test('is read from the part of the request that names it', () => {
    for (const route of routes) {
      if (typeof route.access === 'string') continue;
      expect([nameOf(route), route.access.accountFrom]).toEqual([nameOf(route), sourceOf(route)]);
    }
  });

  test('must be one for which the caller has a role; a foreign one is answered like one that does not exist', async () => {
    const bri = { accountPrefix: 'bri', prefix: 'voucim', importId: 'import-1', exportId: EXPORT };
    const missing = {
      accountPrefix: 'GON',
      prefix: 'GONE',
      importId: 'gone',
      exportId: EXPORT.replace('VOUCIM', 'GONE'),
    };
    const hidden = (noun: string, words = noun) =>
      `${noun}.not-found: There is no such ${words}, or you have no role for its account.`;
    const answers: Readonly<Record<string, string>> = {
      path: hidden('account'),
      'crm-table': hidden('crm-table', 'CRM table'),
      'crm-table-or-caller': hidden('crm-table', 'CRM table'),
      import: hidden('import'),
      export: hidden('export'),
      caller: 'allowed',
      none: 'access.forbidden',
    };
    for (const route of routes) {
      if (typeof route.access === 'string') continue;
      const { accountFrom } = route.access;
      const outcome = {
        own: await mayCall(route, ['OTH', 'BRI'], bri, readable),
        foreign: await mayCall(route, ['OTH'], bri, readable),
        missing: await mayCall(route, ['OTH', 'BRI'], missing, readable),
        unnamed: await mayCall(route, ['OTH', 'BRI'], {}, readable),
      };
      const rejection = answers[accountFrom];
      const own = accountFrom === 'none' ? rejection : 'allowed';
      const unnamed = accountFrom === 'crm-table-or-caller' ? 'allowed' : rejection;
      const expected = { own, foreign: rejection, missing: rejection, unnamed };
      expect([nameOf(route), outcome]).toEqual([nameOf(route), expected]);
    }
  });

  test('that has a feature switched off hides the routes of the feature; other accounts keep them', async () => {
    const switches: FeatureSwitches = { off: [], accounts: [{ prefix: 'BRI', off: ['crm'] }] };
    const mayUse = async (route: Route<unknown>, accountPrefix: string) => {
      const named = {
        ...{ accountPrefix, prefix: accountPrefix === 'BRI' ? 'voucim' : 'other' },
        ...{ importId: 'import-1', exportId: EXPORT },
      };
      const caller = { userId: 'u-1', grants: [], switches };
      const services = {
        ...readable,
        imports: { find: async () => ({ accountPrefix, prefix: 'VOUCIM' }) },
        tables: { readPublished: async () => ({ status: 'draft-only', accountPrefix }) },
      };
      const request = { params: named, query: named, body: named, caller };
      return requireFeatureOf(route, services, request as never).then(
        () => 'on',
        ({ code }) => code,
      );
    };
    for (const route of routes) {
      if (typeof route.access === 'string') continue;
      // The search in all tables leaves out those of the account.
      const isOfAccount = route.feature === 'crm' && route.access.accountFrom !== 'caller';
      const outcome = { off: await mayUse(route, 'BRI'), on: await mayUse(route, 'OTH') };
      expect([nameOf(route), outcome]).toEqual([nameOf(route), { off: isOfAccount ? 'feature.off' : 'on', on: 'on' }]);
    }
  });

  test('that the caller knows by another role is forbidden, not hidden', async () => {
    const agent = { role: 'agent', name: 'Agent', permissions: ROLES.agent, accounts: ['BRI'], fieldRules: [] };
    const supervisor = {
      role: 'supervisor',
      name: 'Supervisor',
      permissions: ROLES.supervisor,
      accounts: ['OTH'],
      fieldRules: [],
    };
    const route = routes.find((each) => nameOf(each) === 'POST /accounts/{accountPrefix}/campaigns');
    const caller = { userId: 'u-1', grants: [agent, supervisor] };
    const request = { params: { accountPrefix: 'BRI' }, query: {}, body: {}, caller };
    await expect(requireAccount(route?.access ?? PUBLIC, {}, request as never)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
  });

  test('with a CRM table of which a role hides or protects a field is closed to files of customers', async () => {
    const named = { prefix: 'voucim', importId: 'import-1', exportId: EXPORT, accountPrefix: 'BRI' };
    const table = { prefix: 'VOUCIM', hidden: ['P012'], readOnly: [] };
    const closed: string[] = [];
    for (const route of routes) {
      if (typeof route.access === 'string') continue;
      for (const accounts of ['all', ['BRI']] as const) {
        if (accounts !== 'all' && ['none', 'caller'].includes(route.access.accountFrom)) continue;
        const attempts = {
          hidden: await mayCall(route, accounts, named, readable, [table]),
          readOnly: await mayCall(route, accounts, named, readable, [{ ...table, hidden: [], readOnly: ['P012'] }]),
          ofOther: await mayCall(route, accounts, named, readable, [{ ...table, prefix: 'OTHER' }]),
        };
        const isClosed = route.access.permission === 'customers.import';
        const rejection = expect.stringMatching(/^access\.fields-restricted/);
        const expected = isClosed
          ? { hidden: rejection, readOnly: rejection, ofOther: 'allowed' }
          : { hidden: 'allowed', readOnly: 'allowed', ofOther: 'allowed' };
        expect([nameOf(route), attempts]).toEqual([nameOf(route), expected]);
        if (isClosed) closed.push(nameOf(route));
      }
    }
    expect(closed).toEqual(
      expect.arrayContaining(['GET /imports/{importId}', 'POST /imports/preview', 'GET /imports']),
    );
  });

  test('is not read if the caller has the permission on all accounts', async () => {
    for (const route of routes) expect(await mayCall(route, 'all', { prefix: 'VOUCIM' }, {})).toBe('allowed');
  });
});
