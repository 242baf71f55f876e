import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNT_RULES,
  type Account,
  NEW_ACCOUNT,
  newAccountOf,
  updateOf,
  valuesOf,
} from '../../src/accounts/model.ts';
import { ACCOUNTS } from '../../src/accounts/text.ts';
import { addressInTree, nodesOf, openAccounts, openParameter } from '../../src/accounts/tree-model.ts';
import type { Campaign } from '../../src/campaigns/model.ts';
import { brokenRules } from '../../src/shared/form/form-model.ts';

const account = { prefix: 'BRI', name: 'Training', manager: 'Brigitte' } as Account;
const values = { ...NEW_ACCOUNT, prefix: 'bri', name: ' Training ', manager: ' Brigitte ' };

describe('the rules of an account', () => {
  test('reject an empty form, except for the limit', () => {
    expect(brokenRules(NEW_ACCOUNT, ACCOUNT_RULES)).toEqual({
      prefix: ACCOUNTS.prefixRule,
      name: ACCOUNTS.nameRule,
      manager: ACCOUNTS.managerRule,
    });
  });

  test.each(['BR', 'BRIG', 'BR1', 'BRÄ', 'BR '])('reject the prefix %p', (prefix) => {
    expect(ACCOUNT_RULES.prefix?.(prefix, values)).toBe(ACCOUNTS.prefixRule);
  });

  test('accept names of up to 100 characters', () => {
    expect(ACCOUNT_RULES.name?.('n'.repeat(100), values)).toBeUndefined();
    expect(ACCOUNT_RULES.name?.('n'.repeat(101), values)).toBe(ACCOUNTS.nameRule);
    expect(ACCOUNT_RULES.manager?.('   ', values)).toBe(ACCOUNTS.managerRule);
  });

  test.each(['0', '25', '25.50', '1000000000'])('accept the limit %p', (limit) => {
    expect(ACCOUNT_RULES.confirmImportsOverDollars?.(limit, values)).toBeUndefined();
  });

  test.each(['-1', '1e3', '0x10', '25,50', '1000000000.01', 'ten', ' '])('reject the limit %p', (limit) => {
    expect(ACCOUNT_RULES.confirmImportsOverDollars?.(limit, values)).toBe(ACCOUNTS.limitRule);
  });
});

describe('the request for an account', () => {
  test('has the prefix in capitals, names without spaces around them, and no limit if none is set', () => {
    expect(newAccountOf(values)).toEqual({ prefix: 'BRI', name: 'Training', manager: 'Brigitte' });
    expect(newAccountOf({ ...values, confirmImportsOverDollars: '0' }).confirmImportsOverDollars).toBe(0);
  });

  test('removes the limit when the field is emptied', () => {
    const names = { name: 'Training', manager: 'Brigitte' };
    expect(updateOf(values)).toEqual({ ...names, confirmImportsOverDollars: null, documents: null });
  });

  test('comes back as it was loaded', () => {
    const stored = { ...account, confirmImportsOverDollars: 25.5 };
    expect(valuesOf(stored).confirmImportsOverDollars).toBe('25.5');
    expect(updateOf(valuesOf(stored)).confirmImportsOverDollars).toBe(25.5);
    expect(valuesOf(account).confirmImportsOverDollars).toBe('');
  });
});

describe('the rules of documents', () => {
  const typed = { ...values, documentTypes: '.PDF, jpg;png pdf', documentMegabytes: '1.5', documentGigabytes: '' };

  test('are sent in bytes, without what has its default', () => {
    expect(updateOf(typed).documents).toEqual({ types: ['pdf', 'jpg', 'png'], mostBytes: 1_572_864 });
    expect(newAccountOf(values)).not.toHaveProperty('documents');
    expect(newAccountOf(typed).documents).toEqual(updateOf(typed).documents);
  });

  test('come back as they were loaded', () => {
    const documents = { types: ['pdf'], mostBytes: 1024 ** 2, quotaBytes: 3 * 1024 ** 3 };
    const shown = valuesOf({ ...account, documents });
    expect(shown).toMatchObject({ documentTypes: 'pdf', documentMegabytes: '1', documentGigabytes: '3' });
    expect(updateOf(shown).documents).toEqual(documents);
  });

  test.each(['0', '501', '-1', 'many'])('reject the size %p', (size) => {
    expect(ACCOUNT_RULES.documentMegabytes?.(size, values)).toBe(ACCOUNTS.documentMegabytesRule);
  });

  test('reject what is no extension', () => {
    expect(ACCOUNT_RULES.documentTypes?.('pdf *', values)).toBe(ACCOUNTS.documentTypesRule);
    expect(ACCOUNT_RULES.documentTypes?.('pdf .jpg', values)).toBeUndefined();
  });
});

describe('the tree below an account', () => {
  const campaign = { id: 'c1', name: 'Renewals' } as Campaign;
  const textsOf = (found: Parameters<typeof nodesOf>[1]) =>
    nodesOf(account, found).map((node) => (node.kind === 'message' ? node.text : node.id));

  test('has a line while its campaigns are not known', () => {
    expect(textsOf(undefined)).toEqual(['Loading']);
    expect(textsOf({ campaigns: [campaign], isLoading: true, hasMore: false })).toEqual(['Loading']);
  });

  test('has a line when there are none', () => {
    expect(textsOf({ campaigns: [], isLoading: false, hasMore: false })).toEqual([ACCOUNTS.noCampaigns]);
  });

  test('has the campaigns, and a line when there are more', () => {
    expect(textsOf({ campaigns: [campaign], isLoading: false, hasMore: false })).toEqual(['c1']);
    expect(textsOf({ campaigns: [campaign], isLoading: false, hasMore: true })).toEqual(['c1', ACCOUNTS.manyCampaigns]);
  });
});

describe('the open accounts of the tree in the address', () => {
  test('are that of the page, until the user opens or closes one', () => {
    expect(openAccounts(null, 'BRI')).toEqual(['BRI']);
    expect(openAccounts(null, undefined)).toEqual([]);
    expect(openParameter(['BRI'], 'BRI')).toBeUndefined();
    expect(openParameter([], undefined)).toBeUndefined();
  });

  test.each<[readonly string[], string | undefined]>([
    [[], 'BRI'],
    [['VOY'], 'BRI'],
    [['VOY', 'BRI'], 'BRI'],
    [['VOY', 'BRI'], undefined],
  ])('%j on the page of %p come back from the address', (open, shown) => {
    expect(openAccounts(openParameter(open, shown) ?? null, shown)).toEqual(open);
  });

  test('leave out what is no prefix', () => {
    expect(openAccounts('BRI..x.<b>', undefined)).toEqual(['BRI']);
  });

  test('stay open on the page of another account, which is open too', () => {
    expect(addressInTree('/accounts/BRI', [], 'BRI')).toBe('/accounts/BRI');
    expect(addressInTree('/accounts/BRI', ['BRI'], 'BRI')).toBe('/accounts/BRI');
    expect(addressInTree('/accounts/VOY', ['BRI'], 'VOY')).toBe('/accounts/VOY?tree.open=BRI.VOY');
  });
});
