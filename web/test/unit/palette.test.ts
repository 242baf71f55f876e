import { expect, test } from '@jest/globals';
import { matchingGroups } from '../../src/shared/palette/matching.ts';

const groups = [
  { label: 'Pages', entries: [{ text: 'Accounts', href: '/accounts' }] },
  { label: 'Accounts', entries: [{ text: 'City  Breaks', detail: 'BRI', href: '/accounts/BRI' }] },
  { label: 'Imports', entries: [] },
];
const found = (typed: string) =>
  matchingGroups(groups, typed).map(({ label, entries }) => [label, ...entries.map(({ href }) => href)]);

test('the palette shows everything until the user types, without empty groups', () => {
  expect(found(' ')).toEqual([
    ['Pages', '/accounts'],
    ['Accounts', '/accounts/BRI'],
  ]);
});

test('the palette finds names and details blind to case and to doubled spaces', () => {
  expect(found('city break')).toEqual([['Accounts', '/accounts/BRI']]);
  expect(found('bri')).toEqual([['Accounts', '/accounts/BRI']]);
  expect(found('nothing')).toEqual([]);
});
