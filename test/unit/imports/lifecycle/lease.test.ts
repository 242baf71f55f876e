import { describe, expect, test } from '@jest/globals';
import { drainEnd } from '../../../../functions/imports/domain/lifecycle/drain.ts';
import { isDraining, isHeld, type Lease, supersededBy } from '../../../../functions/imports/domain/lifecycle/lease.ts';

const FREE: Lease = {
  importId: undefined,
  fence: 7,
  drainsUntil: undefined,
  lastEndedAt: undefined,
  lastWriter: undefined,
};

test('a drain lasts as long as a writing step may, and five seconds more', () => {
  expect(drainEnd(new Date('2026-11-22T12:00:00.000Z'), 240)).toBe('2026-11-22T12:04:05.000Z');
});

test('a lease is free, held or draining', () => {
  const states = (lease: Lease) => [isHeld(lease), isDraining(lease)];
  expect(states(FREE)).toEqual([false, false]);
  expect(states({ ...FREE, importId: 'B' })).toEqual([true, false]);
  expect(states({ ...FREE, importId: 'B', drainsUntil: '2026-11-22T12:00:00.000Z' })).toEqual([false, true]);
});

describe('an import that is resumed is superseded', () => {
  const old = { importId: 'A', fence: 3 };

  test('by a later import that has ended and may have written', () => {
    expect(supersededBy(old, { ...FREE, lastWriter: { importId: 'B', fence: 4 } })).toBe('B');
  });

  test('by a later import that runs or drains', () => {
    expect(supersededBy(old, { ...FREE, importId: 'C' })).toBe('C');
    expect(supersededBy(old, { ...FREE, importId: 'C', drainsUntil: '2026-11-22T12:00:00.000Z' })).toBe('C');
  });

  test('by no earlier import, nor by itself', () => {
    expect(supersededBy(old, { ...FREE, lastWriter: { importId: 'B', fence: 2 } })).toBeUndefined();
    expect(supersededBy(old, { ...FREE, fence: 3, importId: 'A', lastWriter: old })).toBeUndefined();
    expect(supersededBy(old, { ...FREE, lastWriter: { importId: 'A', fence: 4 } })).toBeUndefined();
    expect(supersededBy(old, { ...FREE, fence: 3, importId: 'B' })).toBeUndefined();
  });

  test('by none before it has run: it has no plan to go on with', () => {
    expect(
      supersededBy({ importId: 'A', fence: 0 }, { ...FREE, importId: 'C', lastWriter: { importId: 'B', fence: 4 } }),
    ).toBeUndefined();
  });
});
