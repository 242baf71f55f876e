import { describe, expect, test } from '@jest/globals';
import { auditEntry } from '../../../functions/shared/domain/audit/audit-entry.ts';
import { changesBetween } from '../../../functions/shared/domain/audit/changes.ts';
import { windowOf } from '../../../functions/shared/domain/audit/rejected-request.ts';
import type { Grant } from '../../../functions/shared/domain/caller.ts';
import { testOrigin } from '../../support/origin.ts';

describe('the changes between two states', () => {
  const changes = (before: object | undefined, after: object | undefined, personal: string[] = []) =>
    changesBetween(before, after, personal).changes;

  test('are the attributes that differ, with both values', () => {
    const before = { name: 'One', limit: 5, tags: ['a'], when: { time: '02:00', days: [1] } };
    const after = { name: 'Two', limit: 5, tags: ['a', 'b'], when: { time: '03:00', days: [1] } };
    expect(changes(before, after)).toEqual([
      { path: 'name', before: 'One', after: 'Two' },
      { path: 'tags', before: '["a"]', after: '["a","b"]' },
      { path: 'when.time', before: '02:00', after: '03:00' },
    ]);
  });

  test('of a new object are its values, and of a deleted one its last values', () => {
    expect(changes(undefined, { name: 'One', note: null })).toEqual([{ path: 'name', after: 'One' }]);
    expect(changes({ name: 'One' }, undefined)).toEqual([{ path: 'name', before: 'One' }]);
  });

  test('find the elements of a list by their codes, so that a moved element is no change of all others', () => {
    const field = (code: string, label: string) => ({ code, label });
    const before = { fields: [field('A', 'One'), field('B', 'Two')] };
    expect(changes(before, { fields: [field('B', 'Two'), field('A', 'Eins')] })).toEqual([
      { path: 'fields.order', before: '["A","B"]', after: '["B","A"]' },
      { path: 'fields[A].label', before: 'One', after: 'Eins' },
    ]);
  });

  test('do not contain a personal value, at any depth', () => {
    const before = { email: 'ann@example.com', address: { city: 'York' }, status: 'active' };
    const after = { email: 'bob@example.com', address: { city: 'Leeds' }, status: 'disabled' };
    const found = changes(before, after, ['email', 'address']);
    expect(found).toEqual([
      { path: 'email', isMasked: true },
      { path: 'address.city', isMasked: true },
      { path: 'status', before: 'active', after: 'disabled' },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/ann|bob|York|Leeds/);
  });

  test('are bounded in length and number, and the rest is counted', () => {
    const after = Object.fromEntries(Array.from({ length: 77 }, (_, index) => [`f${index}`, 'ﷺ'.repeat(1_000)]));
    const set = changesBetween(undefined, after, []);
    expect({ shown: set.changes.length, omitted: set.omitted }).toEqual({ shown: 40, omitted: 37 });
    expect(Buffer.byteLength(JSON.stringify(set.changes))).toBeLessThan(75 * 1024);
    expect(set.changes[0]?.after).toMatch(/…$/);
  });
});

describe('an audit entry', () => {
  const grants: readonly Grant[] = [
    { role: 'r1', name: 'Clerk', permissions: ['customers.import'], accounts: ['BRI'], fieldRules: [] },
    { role: 'r2', name: 'Reader', permissions: ['setup.read'], accounts: 'all', fieldRules: [] },
    { role: 'r3', name: 'Lead', permissions: ['customers.import'], accounts: ['OTH'], fieldRules: [] },
  ];
  const origin = testOrigin({
    caller: { userId: 'u-1', grants },
    permission: 'customers.import',
    address: '203.0.113.9, 130.176.0.1',
    auditRetentionDays: 30,
  });

  test('names the person, the roles that allowed the act for the account, and the origin of the request', () => {
    const act = { kind: 'import', action: 'cancel', object: 'i-1', account: 'BRI' };
    expect(auditEntry(origin, act)).toEqual({
      ...{ at: origin.receivedAt, requestId: origin.requestId, person: 'u-1', roles: ['Clerk'] },
      ...{ address: '203.0.113.9, 130.176.0.1', account: 'BRI', kind: 'import', action: 'cancel', object: 'i-1' },
      ...{ changes: [], omitted: 0, ttl: Date.parse('2026-12-22T11:02:25Z') / 1000 },
    });
  });

  test('keeps the last addresses of a chain that a client has made long', () => {
    const chain = `${'1.1.1.1, '.repeat(50)}203.0.113.9`;
    const entry = auditEntry(
      { ...origin, address: chain },
      { kind: 'k', action: 'a', object: 'o', account: undefined },
    );
    expect(entry.address).toHaveLength(100);
    expect(entry.address).toMatch(/203\.0\.113\.9$/);
  });
});

test('rejections are counted by five minutes', () => {
  expect(windowOf('2026-11-22T11:04:59.999Z')).toBe('2026-11-22T11:00:00.000Z');
  expect(windowOf('2026-11-22T11:05:00.000Z')).toBe('2026-11-22T11:05:00.000Z');
});
