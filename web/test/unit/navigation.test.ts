import { expect, test } from '@jest/globals';
import type { Permission } from '../../src/shared/session/me.ts';
import { destinations, type IsShown, startPage } from '../../src/shared/shell/navigation.ts';

const may =
  (...held: readonly Permission[]): IsShown =>
  ({ permission }) =>
    held.includes(permission);

test('a user who works with customers and sets nothing up begins at the desk', () => {
  expect(startPage(may('setup.read', 'customers.search', 'customers.update'))).toBe('/desk');
  expect(startPage(may('setup.read', 'customers.search', 'campaigns.manage'))).toBe('/accounts');
  expect(startPage(may('setup.read'))).toBe('/accounts');
  expect(startPage(may('users.manage'))).toBe('/users');
  expect(startPage(may())).toBe('/desk');
});

test('the navigation has the pages that the user may see', () => {
  const held = may('setup.read', 'customers.search');
  const pages = (isDeskOn: boolean) =>
    destinations((needs) => held(needs) && (needs.feature === undefined || isDeskOn));
  expect(pages(true).map(({ href }) => href)).toEqual(['/desk', '/accounts']);
  expect(pages(false).map(({ href }) => href)).toEqual(['/accounts']);
});
