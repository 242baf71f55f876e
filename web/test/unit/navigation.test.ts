import { expect, test } from '@jest/globals';
import type { Permission } from '../../src/shared/session/me.ts';
import { destinations, startPage } from '../../src/shared/shell/navigation.ts';

const may =
  (...held: readonly Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);

test('a user who works with customers and sets nothing up begins at the desk', () => {
  expect(startPage(may('setup.read', 'customers.search', 'customers.update'), true)).toBe('/desk');
  expect(startPage(may('setup.read', 'customers.search', 'campaigns.manage'), true)).toBe('/accounts');
  expect(startPage(may('setup.read'), true)).toBe('/accounts');
});

test('the navigation has the pages that the user may see', () => {
  const held = may('setup.read', 'customers.search');
  const pages = (isDeskOn: boolean) =>
    destinations(({ permission, feature }) => held(permission) && (feature === undefined || isDeskOn));
  expect(pages(true).map(({ href }) => href)).toEqual(['/desk', '/accounts']);
  expect(pages(false).map(({ href }) => href)).toEqual(['/accounts']);
});
