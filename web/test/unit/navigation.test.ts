import { expect, test } from '@jest/globals';
import type { Permission } from '../../src/shared/session/me.ts';
import { destinations, startPage } from '../../src/shared/shell/navigation.ts';

const may =
  (...held: readonly Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);

test('a user who works with customers and sets nothing up begins at the desk', () => {
  expect(startPage(may('setup.read', 'customers.search', 'customers.update'))).toBe('/desk');
  expect(startPage(may('setup.read', 'customers.search', 'campaigns.manage'))).toBe('/accounts');
  expect(startPage(may('setup.read'))).toBe('/accounts');
});

test('the navigation has the pages that the user may see', () => {
  expect(destinations(may('setup.read', 'customers.search')).map(({ href }) => href)).toEqual(['/desk', '/accounts']);
});
