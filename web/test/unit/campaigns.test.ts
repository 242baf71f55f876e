import { expect, test } from '@jest/globals';
import {
  CAMPAIGN_RULES,
  type Campaign,
  isSameName,
  NEW_CAMPAIGN,
  updateOf,
  valuesOf,
} from '../../src/campaigns/model.ts';
import { CAMPAIGNS } from '../../src/campaigns/text.ts';

const renewals = { id: 'c1', name: 'Renewals', crmTablePrefix: null } as Campaign;

test('a campaign needs a name of up to 100 characters', () => {
  const rule = (name: string) => CAMPAIGN_RULES.name?.(name, NEW_CAMPAIGN);
  expect(rule('n'.repeat(100))).toBeUndefined();
  expect([rule(''), rule('  '), rule('n'.repeat(101))]).toEqual(Array(3).fill(CAMPAIGNS.nameRule));
});

test('no CRM table is an empty text in the form and null in the request', () => {
  expect(valuesOf(renewals).crmTablePrefix).toBe('');
  expect(updateOf({ ...NEW_CAMPAIGN, name: ' Renewals ' })).toMatchObject({ name: 'Renewals', crmTablePrefix: null });
  expect(updateOf({ ...NEW_CAMPAIGN, name: 'R', crmTablePrefix: 'VOUCIM' })).toMatchObject({
    crmTablePrefix: 'VOUCIM',
  });
});

test('names are the same whatever their case and the spaces around them', () => {
  expect(isSameName(' RENEWALS ', 'Renewals')).toBe(true);
  expect(isSameName('Renewal', 'Renewals')).toBe(false);
});
