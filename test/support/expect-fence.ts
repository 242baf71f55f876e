import { expect } from '@jest/globals';
import type { MemoryCustomer } from './memory-customers.ts';
import type { SharedRun, SharedTable } from './shared-run.ts';
import { FENCES, type TwoImports } from './two-imports.ts';

// What the fence on the customer guarantees by itself, whatever the older import's workers do and however late:
// 1. No import changes a customer that was written under a higher fence. So a customer that the newer import has written
//    stays as it left it, but for what agents do, until it is deleted and removed.
// 2. A worker that reads a higher fence stops, and reports no outcome for that customer.
// 3. The newer import never stops for an older one: each of its records has one outcome.
// What it does not cover: customers that the newer import has not written, since they were equal to its records, or their
// records failed, or an earlier attempt of it had written them under a lower fence. The older import may still write those.

export function expectWritesUnderFence({ journal }: SharedRun): void {
  const left = new Map<string, MemoryCustomer>();
  for (const entry of journal.entries) {
    if (entry.kind !== 'write') continue;
    const { worker, customerId, before, after } = entry;
    if (worker !== 'desk') expect(before?.fence ?? 0).toBeLessThanOrEqual(FENCES[worker]);
    if (worker === 'older') expect([customerId, left.has(customerId)]).toEqual([customerId, false]);
    else if (after === undefined) left.delete(customerId);
    else if (worker === 'newer' || left.has(customerId)) left.set(customerId, after);
  }
}

export function expectStops({ journal }: SharedRun): void {
  const outcomes = journal.outcomes('older');
  for (const { worker, read, error } of journal.chunks) {
    const higher = [...read].filter(([, fence]) => worker === 'older' && fence > FENCES.older);
    if (higher.length === 0) expect(error).toBeUndefined();
    else expect(error).toMatchObject({ name: 'ImportSuperseded' });
    for (const [customerId] of higher) expect([customerId, outcomes.get(customerId)]).toEqual([customerId, undefined]);
  }
}

export function expectAllOutcomes({ journal }: SharedRun, { newer }: TwoImports): void {
  expect(new Set(journal.outcomes('newer').keys())).toEqual(new Set(Object.keys(newer.records)));
}

/** Every customer that the newer import has written is stored as it, or an agent after it, has left it. */
export async function expectNewerStands({ journal }: SharedRun, table: SharedTable): Promise<void> {
  const left = new Map<string, MemoryCustomer | undefined>();
  for (const entry of journal.entries) {
    if (entry.kind !== 'write' || entry.worker === 'older') continue;
    if (entry.after === undefined) left.delete(entry.customerId);
    else if (entry.worker === 'newer' || left.has(entry.customerId)) left.set(entry.customerId, entry.after);
  }
  for (const [customerId, customer] of left) {
    expect([customerId, await table.read(customerId)]).toEqual([customerId, customer]);
  }
}
