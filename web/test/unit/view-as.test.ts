import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { isOn } from '../../src/shared/session/features-model.ts';
import type { Me, Permission } from '../../src/shared/session/me.ts';
import { CHANGING, lookingOnly } from '../../src/shared/session/view-model.ts';
import { palettePages } from '../../src/shared/shell/navigation.ts';

interface Operation {
  readonly 'x-permission'?: Permission;
  readonly parameters?: readonly { readonly name?: string; readonly $ref?: string }[];
}

const file = new URL('../../../docs/openapi.json', import.meta.url);
const { paths }: { paths: Record<string, Record<string, Operation>> } = JSON.parse(readFileSync(file, 'utf8'));
const operations = Object.values(paths).flatMap((path) => Object.values(path));

const me: Me = {
  ...{ userId: 'ann', viewedBy: 'sue', features: { off: [], accounts: [] }, accounts: { all: true } },
  permissions: ['setup.read', 'customers.search', 'customers.update'],
  roles: [
    {
      ...{ role: 'agent', name: 'Agent', fieldRules: [], accounts: { all: true } },
      permissions: ['setup.read', 'customers.update'],
    },
  ],
};

test('a supervisor who sees the console as another user has no permission that only changes something', () => {
  const { permissions, roles } = lookingOnly(me);
  expect(permissions).toEqual(['setup.read', 'customers.search']);
  expect(roles[0]?.permissions).toEqual(['setup.read']);
  const { viewedBy: _, ...own } = me;
  expect(lookingOnly(own)).toEqual(own);
  expect(isOn(lookingOnly(me), 'crm')).toBe(true);
});

test('the permissions that only change something are those whose operations take no header view-as', () => {
  const takesView = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'view-as');
  const ofPermission = new Map<Permission, boolean[]>();
  for (const operation of operations) {
    const permission = operation['x-permission'];
    if (permission) ofPermission.set(permission, [...(ofPermission.get(permission) ?? []), takesView(operation)]);
  }
  const onlyChanging = [...ofPermission].filter(([, views]) => !views.includes(true)).map(([permission]) => permission);
  expect([...CHANGING]).toEqual(expect.arrayContaining(onlyChanging));
  // One operation asks for documents.delete itself. The pages of the other three only change something.
  const further = [...CHANGING].filter((permission) => !onlyChanging.includes(permission));
  expect(further).toEqual(['crm-tables.design', 'crm-tables.publish', 'documents.delete', 'settings.manage']);
});

test('the palette names no page that changes something while the console is seen as another user', () => {
  const further = (isViewing: boolean) => palettePages(() => true, isViewing).map(({ href }) => href);
  expect(further(true)).not.toContain('/users/new');
  expect(further(false)).toContain('/view-as');
});
