import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { EVERY, isSwitchedOff, switched, switchesOfText, textOfSwitches } from '../../src/settings/features-model.ts';
import {
  FEATURE_NAMES,
  FEATURE_TEXTS,
  isOn,
  type Needs,
  needsAccounts,
  rejectionOf,
  withFeaturesOfAccounts,
} from '../../src/shared/session/features-model.ts';
import type { Me, Permission } from '../../src/shared/session/me.ts';
import { destinations, palettePages, startPage } from '../../src/shared/shell/navigation.ts';

const SWITCHES = { off: ['cases' as const], accounts: [{ prefix: 'BRI', off: ['crm' as const, 'sales' as const] }] };

describe('the switches of features', () => {
  test('are a text that people can compare, and the same switches again', () => {
    const text = textOfSwitches(SWITCHES);
    expect(text).toBe('*: cases; BRI: crm, sales');
    expect(switchesOfText(text, FEATURE_NAMES)).toEqual(SWITCHES);
    expect(switchesOfText('', FEATURE_NAMES)).toEqual({ off: [], accounts: [] });
  });

  test('are switched one by one, for every account or for one', () => {
    const without = switched(SWITCHES, EVERY, 'cases');
    expect(textOfSwitches(without)).toBe('BRI: crm, sales');
    expect(textOfSwitches(switched(without, 'OTH', 'outbound'))).toBe('BRI: crm, sales; OTH: outbound');
    expect(textOfSwitches(switched(switched(without, 'BRI', 'crm'), 'BRI', 'sales'))).toBe('');
    expect(isSwitchedOff(SWITCHES, 'OTH', 'crm')).toBe(false);
  });

  test('have a word for every feature of the API', () => {
    expect(new Set(Object.keys(FEATURE_TEXTS))).toEqual(new Set(document.components.schemas.Feature.enum));
  });

  test('hold for every account, or for the account of a page', () => {
    const me = { features: SWITCHES };
    expect([isOn(me, 'cases'), isOn(me, 'cases', 'OTH'), isOn(me, 'crm')]).toEqual([false, false, true]);
    expect([isOn(me, 'crm', 'bri'), isOn(me, 'crm', 'OTH')]).toEqual([false, true]);
  });
});

describe('a user with a role for all accounts', () => {
  const me = {
    features: SWITCHES,
    permissions: ['setup.read', 'customers.search'] satisfies Permission[],
    roles: [
      {
        ...{ role: 'agent', name: 'Agent', fieldRules: [], accounts: { all: true as const } },
        permissions: ['setup.read', 'customers.search'] satisfies Permission[],
      },
    ],
  };
  const isDeskShown = (prefixes: readonly string[]) =>
    rejectionOf(withFeaturesOfAccounts(me, prefixes), { permission: 'customers.search', feature: 'crm' }) === undefined;

  test('has no desk while CRM is off for each account that exists', () => {
    expect(isDeskShown(['BRI'])).toBe(false);
    expect(isDeskShown(['BRI', 'OTH'])).toBe(true);
    expect(isDeskShown([])).toBe(true);
    expect(withFeaturesOfAccounts(me, ['BRI']).features.off).toEqual(['cases', 'crm', 'sales']);
  });

  test('needs the accounts for it only while a feature is off for one, and may read them', () => {
    expect(needsAccounts(me)).toBe(true);
    expect(needsAccounts({ ...me, features: { off: ['crm'], accounts: [] } })).toBe(false);
    const listed = { all: false as const, items: [{ prefix: 'BRI', name: 'Brigitte Training' }] };
    expect(needsAccounts({ ...me, roles: me.roles.map((role) => ({ ...role, accounts: listed })) })).toBe(false);
  });
});

describe('the navigation', () => {
  test('has no page of a feature that is off, and begins elsewhere', () => {
    const hrefs = (pages: readonly { readonly href: string }[]) => pages.map(({ href }) => href);
    const withoutCrm = hrefs(palettePages(({ feature }) => feature !== 'crm', false));
    const all = hrefs(palettePages(() => true, false));
    expect(all.filter((href) => !withoutCrm.includes(href))).toEqual(['/desk', '/imports']);
    expect(hrefs(destinations(() => false))).toEqual([]);
  });

  test('has the desk and the imports while the feature is on for one account where the user may use them', () => {
    const shownTo = (me: User) => (needs: Needs) => rejectionOf(me, needs) === undefined;
    const pages = (me: User) => destinations(shownTo(me)).map(({ href }) => href);
    const starts = (me: User) => startPage(shownTo(me));
    const one = userWith([role(AGENT, 'BRI')]);
    const two = userWith([role(AGENT, 'BRI', 'OTH')]);
    const reader = userWith([role(AGENT, 'BRI'), role(['setup.read'], 'OTH')]);
    const all = userWith([role(AGENT)]);
    expect([one, two, reader, all].map(pages)).toEqual([
      ['/accounts'],
      ['/desk', '/accounts', '/imports'],
      ['/accounts'],
      ['/desk', '/accounts', '/imports'],
    ]);
    expect([one, two, reader, all].map(starts)).toEqual(['/accounts', '/desk', '/accounts', '/desk']);
  });
});

type User = Pick<Me, 'features' | 'permissions' | 'roles'>;

const AGENT: readonly Permission[] = ['setup.read', 'customers.search', 'customers.import'];

/** @param prefixes the accounts of the role; none for all accounts */
function role(permissions: readonly Permission[], ...prefixes: readonly string[]): Me['roles'][number] {
  const items = prefixes.map((prefix) => ({ prefix, name: prefix }));
  const accounts = items.length === 0 ? { all: true as const } : { all: false as const, items };
  return { role: 'r', name: 'Role', permissions: [...permissions], fieldRules: [], accounts };
}

const userWith = (roles: Me['roles']): User => ({
  features: SWITCHES,
  roles,
  permissions: roles.flatMap(({ permissions }) => permissions),
});

test('a page says why it is not shown: the permission is missing, or the feature is off for its account', () => {
  const desk = { permission: 'customers.search', feature: 'crm' } as const;
  const agent = userWith([role(AGENT, 'BRI', 'OTH')]);
  expect(['BRI', 'bri', 'OTH', undefined].map((account) => rejectionOf(agent, desk, account))).toEqual([
    'feature-off',
    'feature-off',
    undefined,
    undefined,
  ]);
  const only = userWith([role(AGENT, 'BRI')]);
  const stranger = userWith([role(['setup.read'], 'BRI')]);
  expect([rejectionOf(only, desk), rejectionOf(stranger, desk, 'BRI')]).toEqual(['feature-off', 'no-access']);
});
