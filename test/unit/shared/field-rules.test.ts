import { describe, expect, test } from '@jest/globals';
import type { FieldRules, Grant } from '../../../functions/shared/domain/caller.ts';
import { fieldAccess, hasFieldRules, reachesEveryField } from '../../../functions/shared/domain/field-rules.ts';
import type { Permission } from '../../../functions/shared/domain/permissions.ts';

const TABLE = { prefix: 'VOUCIM', accountPrefix: 'BRI' };
const rules = (change: Partial<FieldRules>): FieldRules => ({ prefix: 'VOUCIM', hidden: [], readOnly: [], ...change });
const HIDES = rules({ hidden: ['P012'], readOnly: ['P019'] });

const grant = (fieldRules: readonly FieldRules[], change: Partial<Grant> = {}): Grant => ({
  ...{ role: 'r', name: 'R', permissions: ['customers.search', 'customers.import'], accounts: 'all', fieldRules },
  ...change,
});

/** What a caller with these grants may do with P012, P019 and P011 by a permission. */
function accessOf(grants: readonly Grant[], permission: Permission = 'customers.search'): string {
  const access = fieldAccess({ grants }, permission, TABLE);
  const word = (code: string) => (access.isHidden(code) ? 'hidden' : access.isReadOnly(code) ? 'read-only' : 'open');
  return ['P012', 'P019', 'P011'].map(word).join(' ');
}

describe('the access to fields', () => {
  test('is what the rules of the role leave', () => {
    expect(accessOf([grant([HIDES])])).toBe('hidden read-only open');
    expect(accessOf([grant([])])).toBe('open open open');
    expect(accessOf([grant([rules({ prefix: 'OTHER', hidden: ['P012'] })])])).toBe('open open open');
  });

  test('is the most permissive of the grants that hold for the account and give the permission', () => {
    expect(accessOf([grant([HIDES]), grant([])])).toBe('open open open');
    expect(accessOf([grant([HIDES]), grant([rules({ readOnly: ['P012', 'P019'] })])])).toBe('read-only read-only open');
    expect(accessOf([grant([HIDES]), grant([], { accounts: ['OTH'] })])).toBe('hidden read-only open');
    expect(accessOf([grant([HIDES]), grant([], { accounts: ['BRI'] })])).toBe('open open open');
    expect(accessOf([grant([HIDES]), grant([], { permissions: ['setup.read'] })])).toBe('hidden read-only open');
  });

  test('is none without a grant', () => {
    expect(accessOf([])).toBe('hidden hidden hidden');
    expect(accessOf([grant([], { accounts: ['OTH'] })])).toBe('hidden hidden hidden');
    expect(accessOf([grant([])], 'customers.delete')).toBe('hidden hidden hidden');
  });
});

describe('whole customers', () => {
  const reaches = (...grants: readonly Grant[]) => reachesEveryField({ grants }, 'customers.import', TABLE);

  test('need every field, seen and changed', () => {
    expect(reaches(grant([]))).toBe(true);
    expect(reaches(grant([rules({ hidden: ['P012'] })]))).toBe(false);
    expect(reaches(grant([rules({ readOnly: ['P012'] })]))).toBe(false);
    expect(reaches(grant([rules({ prefix: 'OTHER', hidden: ['P012'] })]))).toBe(true);
    expect(reaches()).toBe(false);
  });

  test('may be reached by several roles together', () => {
    expect(reaches(grant([HIDES]), grant([]))).toBe(true);
    expect(reaches(grant([rules({ hidden: ['P012'] })]), grant([rules({ hidden: ['P019'] })]))).toBe(true);
    expect(reaches(grant([HIDES]), grant([], { permissions: ['customers.search'] }))).toBe(false);
  });

  test('need no table to be read for a caller without rules', () => {
    expect(hasFieldRules({ grants: [grant([])] }, 'customers.import')).toBe(false);
    expect(hasFieldRules({ grants: [grant([HIDES])] }, 'customers.import')).toBe(true);
    expect(hasFieldRules({ grants: [grant([HIDES])] }, 'customers.delete')).toBe(false);
  });
});
