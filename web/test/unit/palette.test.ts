import { expect, test } from '@jest/globals';
import { matchingGroups } from '../../src/shared/palette/matching.ts';

const groups = [
  { label: 'Pages', entries: [{ text: 'Accounts', href: '/accounts' }] },
  { label: 'Accounts', entries: [{ text: 'City  Breaks', detail: 'BRI', href: '/accounts/BRI' }] },
  { label: 'Imports', entries: [] },
  { label: 'Design', needsText: true, entries: [{ text: 'Design: Breaks', href: '/design' }] },
];
const found = (typed: string) =>
  matchingGroups(groups, typed).map(({ label, entries }) => [label, ...entries.map(({ href }) => href)]);

test('the palette shows every name until the user types, without empty groups and without what is done with one of them', () => {
  expect(found(' ')).toEqual([
    ['Pages', '/accounts'],
    ['Accounts', '/accounts/BRI'],
  ]);
});

test('the palette finds names and details blind to case and to doubled spaces', () => {
  expect(found('city break')).toEqual([['Accounts', '/accounts/BRI']]);
  expect(found('bri')).toEqual([['Accounts', '/accounts/BRI']]);
  expect(found('break')).toEqual([
    ['Accounts', '/accounts/BRI'],
    ['Design', '/design'],
  ]);
  expect(found('nothing')).toEqual([]);
});
