import type { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { featuresKey } from '../../../functions/people/dynamodb/feature-reader.ts';
import { rightsKey } from '../../../functions/people/dynamodb/rights-item.ts';
import { rightsReader } from '../../../functions/people/dynamodb/rights-reader.ts';
import { roleKey } from '../../../functions/people/dynamodb/role-item.ts';
import { ROLES } from '../../../functions/shared/domain/roles.ts';
import { type Item, toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../../functions/shared/dynamodb/control-key.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';

const CLERK = { id: 'r1', name: 'Clerk', permissions: ['setup.read'], isBuiltIn: false };

let items: Map<string, Item>;
let reads: { readonly key: string; readonly isConsistent: boolean }[];
let now: Date;
let rights: ReturnType<typeof rightsReader>;

const nameOf = ({ PK, SK }: ControlKey) => `${PK} ${SK}`;
const store = (key: ControlKey, values: object) => items.set(nameOf(key), toItem({ ...key, ...values, revision: 1 }));
const rightsOf = (userId: string, more: object) => store(rightsKey(userId), { userId, isEnabled: true, ...more });

beforeEach(() => {
  items = new Map();
  reads = [];
  now = new Date('2026-11-30T10:00:00Z');
  const send = async ({ input }: GetItemCommand) => {
    const key = `${input.Key?.PK?.S} ${input.Key?.SK?.S}`;
    reads.push({ key, isConsistent: input.ConsistentRead ?? false });
    return { Item: items.get(key) };
  };
  rights = rightsReader(new ControlTable({ send } as never, 'control'), { now: () => now });
  store(roleKey('r1'), CLERK);
});

describe('the features that are off', () => {
  test('are none without an item, and are read at most once a minute', async () => {
    expect(await rights.switches()).toEqual({ off: [], accounts: [] });
    const switches = { off: ['cases'], accounts: [{ prefix: 'BRI', off: ['crm'] }] };
    store(featuresKey(), switches);
    now = new Date('2026-11-30T10:00:59Z');
    expect(await rights.switches()).toEqual({ off: [], accounts: [] });
    now = new Date('2026-11-30T10:01:00Z');
    expect(await rights.switches()).toEqual(switches);
    expect(reads).toHaveLength(2);
  });
});

describe('the rights of a user', () => {
  test('are read with one eventually consistent read', async () => {
    rightsOf('ada', { grants: [{ roleId: 'agent', accounts: ['BRI'] }] });
    const agent = { role: 'agent', name: 'Agent', permissions: ROLES.agent, accounts: ['BRI'], fieldRules: [] };
    expect(await rights.grantsOf('ada')).toEqual([agent]);
    expect(reads).toEqual([{ key: 'USER#ada RIGHTS', isConsistent: false }]);
  });

  test('are none without an item', async () => {
    expect(await rights.grantsOf('stranger')).toEqual([]);
  });

  test('end with the next request when the user is disabled', async () => {
    const grants = [{ roleId: 'administrator', accounts: 'all' }];
    rightsOf('ada', { grants });
    expect(await rights.grantsOf('ada')).toHaveLength(1);
    rightsOf('ada', { grants, isEnabled: false });
    await expect(rights.grantsOf('ada')).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.signed-out' });
  });

  test('are none for a session that began before the user was signed out', async () => {
    const signedOutAt = '2026-11-30T12:00:00.500Z';
    rightsOf('ada', { grants: [{ roleId: 'agent', accounts: 'all' }], signedOutAt });
    const signedOut = { code: 'access.signed-out' };
    await expect(rights.grantsOf('ada', new Date('2026-11-30T12:00:00Z'))).rejects.toMatchObject(signedOut);
    await expect(rights.grantsOf('ada')).rejects.toMatchObject(signedOut);
    expect(await rights.grantsOf('ada', new Date('2026-11-30T12:00:01Z'))).toHaveLength(1);
  });

  test('of a user who is not signed in here outlast a session, and are none while the user is disabled', async () => {
    const grants = [{ roleId: 'agent', accounts: 'all' }];
    rightsOf('ada', { grants, signedOutAt: '2026-11-30T12:00:00.500Z' });
    expect(await rights.standingGrantsOf('ada')).toMatchObject([{ role: 'agent' }]);
    rightsOf('ada', { grants, isEnabled: false });
    expect(await rights.standingGrantsOf('ada')).toEqual([]);
    expect(await rights.standingGrantsOf('stranger')).toEqual([]);
  });

  test('include roles of administrators, each read at most once a minute', async () => {
    rightsOf('ada', { grants: [{ roleId: 'r1', accounts: 'all' }] });
    const before = { role: 'r1', name: 'Clerk', permissions: ['setup.read'], accounts: 'all', fieldRules: [] };
    expect(await rights.grantsOf('ada')).toEqual([before]);
    store(roleKey('r1'), { ...CLERK, permissions: ['setup.read', 'customers.search'] });
    now = new Date(now.getTime() + 59_999);
    expect(await rights.grantsOf('ada')).toEqual([before]);
    now = new Date(now.getTime() + 1);
    expect(await rights.grantsOf('ada')).toEqual([{ ...before, permissions: ['setup.read', 'customers.search'] }]);
    expect(reads.filter(({ key }) => key === 'ROLES ROLE#r1')).toHaveLength(2);
  });

  test('include what a role takes away from its permissions', async () => {
    const fieldRules = [{ prefix: 'VOUCIM', hidden: ['P012'], readOnly: ['P019'] }];
    store(roleKey('r1'), { ...CLERK, fieldRules });
    rightsOf('ada', { grants: [{ roleId: 'r1', accounts: 'all' }] });
    expect(await rights.grantsOf('ada')).toMatchObject([{ role: 'r1', fieldRules }]);
  });

  test('leave out a role that does not exist', async () => {
    rightsOf('ada', {
      grants: [
        { roleId: 'gone', accounts: 'all' },
        { roleId: 'agent', accounts: 'all' },
      ],
    });
    expect((await rights.grantsOf('ada')).map(({ role }) => role)).toEqual(['agent']);
  });
});
