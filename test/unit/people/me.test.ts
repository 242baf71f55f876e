import { describe, expect, test } from '@jest/globals';
import { meResource } from '../../../functions/people/routes/me-resource.ts';
import { meRoutes } from '../../../functions/people/routes/me-routes.ts';
import type { PeopleServices } from '../../../functions/people/services.ts';
import type { Grant } from '../../../functions/shared/domain/caller.ts';
import type { FeatureSwitches } from '../../../functions/shared/domain/features.ts';
import { ROLES } from '../../../functions/shared/domain/roles.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { TESTERS } from '../../support/rights.ts';

const NAMES: Readonly<Record<string, string>> = { BRI: 'Brigitte Training', OTH: 'Other' };

const accounts = {
  read: async ({ accountPrefix: prefix }: { readonly accountPrefix: string }) => {
    const name = NAMES[prefix];
    return name === undefined
      ? undefined
      : { value: { prefix, name, manager: 'M', createdAt: '2026-11-22T10:00:00.000Z' }, revision: 1 };
  },
};
/** A user whom nobody has entered. */
const users = { read: async () => undefined } as unknown as PeopleServices['users'];

/** For users whose rights cover every account: nothing is to be read. */
const unreadable = { read: () => Promise.reject(new Error('no account is to be read')) };
const services = {
  accounts: unreadable,
  users,
  rights: TESTERS,
  audit: new MemoryAudit(),
} as unknown as PeopleServices;

const me = (role?: string | null) => call(createApi(meRoutes, services), 'GET', '/me', { role });

describe('GET /me', () => {
  test('lists the roles of the user and their permissions, on all accounts', async () => {
    const all = { all: true };
    expect((await me('supervisor')).body).toEqual({
      userId: 'tester-supervisor',
      roles: [{ role: 'supervisor', name: 'supervisor', permissions: ROLES.supervisor, fieldRules: [], accounts: all }],
      permissions: expect.arrayContaining([...ROLES.supervisor]),
      features: { off: [], accounts: [] },
      accounts: all,
    });
  });

  test('answers a user without a role, who has no permission and no account', async () => {
    const nothing = { userId: 'tester-none', roles: [], permissions: [], accounts: { all: false, items: [] } };
    expect(await me('none')).toMatchObject({ status: 200, body: nothing });
  });

  test('rejects a request without a token', async () => {
    expect(await me(null)).toMatchObject({ status: 401, body: { code: 'access.unauthenticated' } });
  });
});

describe('a caller with roles for some accounts', () => {
  const supervisor: Grant = {
    role: 'supervisor',
    name: 'Supervisor',
    permissions: ROLES.supervisor,
    accounts: ['BRI', 'GON'],
    fieldRules: [{ prefix: 'VOUCIM', hidden: ['P012'], readOnly: [] }],
  };
  const agent: Grant = {
    role: 'agent',
    name: 'Agent',
    permissions: ROLES.agent,
    accounts: ['OTH', 'BRI'],
    fieldRules: [],
  };
  const bri = { prefix: 'BRI', name: 'Brigitte Training' };
  const other = { prefix: 'OTH', name: 'Other' };

  test('has the names of the accounts of each role that exist, and those of all roles', async () => {
    const switches: FeatureSwitches = {
      off: ['sales'],
      accounts: [
        { prefix: 'BRI', off: ['crm'] },
        { prefix: 'FOR', off: ['crm'] },
      ],
    };
    const caller = { userId: 'u-1', username: 'ada', email: 'ada@example.com', grants: [supervisor, agent], switches };
    expect(await meResource({ accounts, users }, caller)).toEqual({
      userId: 'u-1',
      username: 'ada',
      email: 'ada@example.com',
      roles: [
        {
          role: 'supervisor',
          name: 'Supervisor',
          permissions: ROLES.supervisor,
          fieldRules: [{ prefix: 'VOUCIM', hidden: ['P012'], readOnly: [] }],
          accounts: { all: false, items: [bri] },
        },
        {
          role: 'agent',
          name: 'Agent',
          permissions: ROLES.agent,
          fieldRules: [],
          accounts: { all: false, items: [other, bri] },
        },
      ],
      permissions: expect.arrayContaining([...ROLES.supervisor]),
      // Nothing of an account for which the caller has no role.
      features: { off: ['sales'], accounts: [{ prefix: 'BRI', off: ['crm'] }] },
      accounts: { all: false, items: [bri, other] },
    });
  });

  test('has each permission once, in the order of the list', async () => {
    const { permissions } = await meResource({ accounts, users }, { userId: 'u-1', grants: [agent, supervisor] });
    expect(permissions).toEqual([...new Set(permissions)]);
    expect(permissions.slice(0, 2)).toEqual(['setup.read', 'campaigns.manage']);
  });
});
