import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { EVERY, isSwitchedOff, switched, switchesOfText, textOfSwitches } from '../../src/settings/features-model.ts';
import { FEATURE_TEXTS } from '../../src/settings/text.ts';
import { FEATURE_NAMES, isOn } from '../../src/shared/session/features-model.ts';
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

describe('the navigation', () => {
  test('has no page of a feature that is off, and begins elsewhere', () => {
    const hrefs = (pages: readonly { readonly href: string }[]) => pages.map(({ href }) => href);
    const withoutCrm = hrefs(palettePages(({ feature }) => feature !== 'crm'));
    const all = hrefs(palettePages(() => true));
    expect(all.filter((href) => !withoutCrm.includes(href))).toEqual(['/desk', '/imports']);
    expect(hrefs(destinations(() => false))).toEqual([]);
    const agent = (permission: string) => permission === 'customers.search';
    expect([startPage(agent, true), startPage(agent, false)]).toEqual(['/desk', '/accounts']);
  });
});
