import { expect, test } from '@jest/globals';
import { placeOf, tableAddress } from '../../src/accounts/place-model.ts';
import type { Permission } from '../../src/shared/session/me.ts';
import { destinations, type IsShown, startPage } from '../../src/shared/shell/navigation.ts';
import { remaining } from '../../src/shared/shell/notice-model.ts';

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

test('the side bar knows the account and the CRM table of the page, also at the desk', () => {
  expect(placeOf('/accounts/BRI/crm-tables/VOUCIM/design')).toEqual({
    ...{ accountPrefix: 'BRI', tablePrefix: 'VOUCIM', isDesk: false },
  });
  expect(placeOf('/desk/HAR/HARBAY/customers/HAR%2F1')).toEqual({
    ...{ accountPrefix: 'HAR', tablePrefix: 'HARBAY', isDesk: true },
  });
  expect(placeOf('/desk')).toEqual({ accountPrefix: undefined, tablePrefix: undefined, isDesk: false });
  expect(tableAddress('LUM', 'LUMIER', true)).toBe('/desk/LUM/LUMIER');
});

test('the notice of a success goes with the next page, unless its act has led there', () => {
  const shown = (id: string, type: 'success' | 'error', shownAt: number) => ({ id, type, shownAt });
  const notices = [shown('saved', 'success', 0), shown('saved', 'error', 0), shown('import-1', 'success', 0)];
  expect(remaining(notices, 5_000)).toEqual(notices.slice(1));
  expect(remaining([shown('saved', 'success', 4_990)], 5_000)).toHaveLength(1);
});
