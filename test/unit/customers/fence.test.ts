import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  expectAllOutcomes,
  expectNewerStands,
  expectStops,
  expectWritesUnderFence,
} from '../../support/expect-fence.ts';
import { type MemoryCustomer, MemoryCustomers } from '../../support/memory-customers.ts';
import { SharedRun, type SharedTable } from '../../support/shared-run.ts';
import { anyTwoImports, type GivenImport, jobOf, RARE_RACES, type TwoImports } from '../../support/two-imports.ts';

const RUNS = 400;

function tableIn(stored: Iterable<[string, MemoryCustomer]>): SharedTable & { readonly rows: MemoryCustomers['rows'] } {
  const customers = new MemoryCustomers();
  for (const [customerId, customer] of stored) customers.rows.set(customerId, customer);
  return {
    rows: customers.rows,
    store: (job) => customers.store(job),
    read: async (customerId) => customers.rows.get(customerId),
    put: async (customerId, customer) => {
      if (customer) customers.rows.set(customerId, customer);
      else customers.rows.delete(customerId);
    },
  };
}

/** Starts the newer import once the workers of the older one are dead, and lets it run to its end. */
async function runDrained(given: TwoImports) {
  const table = tableIn(Object.entries(given.stored));
  const run = new SharedRun(table);
  run.start('older', jobOf('older', given.older), given.older);
  run.startDesk(given.desk);
  await run.interleaving.follow(given.turns);
  await run.interleaving.finish('desk');
  const between = new Map(table.rows);
  run.start('newer', jobOf('newer', given.newer), given.newer);
  await run.interleaving.finish('newer');
  return { run, table, between };
}

/** The customers after an import that runs alone. */
async function alone(stored: Map<string, MemoryCustomer>, { newer }: TwoImports) {
  const table = tableIn(stored);
  const run = new SharedRun(table);
  run.start('newer', jobOf('newer', newer), newer);
  await run.interleaving.finish('newer');
  return table.rows;
}

describe('an import whose workers outlive its lease', () => {
  test('changes no customer that a newer import has written, and stops where it meets one', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoImports, async (given) => {
        const table = tableIn(Object.entries(given.stored));
        const run = new SharedRun(table);
        run.start('older', jobOf('older', given.older), given.older);
        run.start('newer', jobOf('newer', given.newer), given.newer);
        run.startDesk(given.desk);
        await run.interleaving.follow(given.turns);
        await run.interleaving.finish('newer', 'desk', 'older');
        expectWritesUnderFence(run);
        expectStops(run);
        expectAllOutcomes(run, given);
        await expectNewerStands(run, table);
      }),
      { numRuns: RUNS, examples: [...RARE_RACES] },
    );
  });

  test('an older attempt of the same import writes no record a second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoImports, async ({ desk: _, ...given }) => {
        const table = tableIn(Object.entries(given.stored));
        const run = new SharedRun(table);
        const same = jobOf('older', given.older);
        run.start('older', same, given.older);
        run.start('newer', { ...same, fence: same.fence + 1 }, given.older);
        await run.interleaving.follow(given.turns);
        await run.interleaving.finish('newer', 'older');
        const written = run.journal.entries.filter(({ kind }) => kind === 'write').map(({ customerId }) => customerId);
        expect(written).toEqual([...new Set(written)]);
        expectStops(run);
        expectAllOutcomes(run, { ...given, desk: [], newer: given.older });
      }),
      { numRuns: RUNS },
    );
  });

  test('leaves nothing to the fence once they are drained: the table is as the newer import alone leaves it', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoImports, async (given) => {
        const { table, between } = await runDrained(given);
        expect(table.rows).toEqual(await alone(between, given));
      }),
      { numRuns: RUNS },
    );
  });

  test('may still change a customer that the newer import found equal, which is what the drain is for', async () => {
    const stored = { version: 1, importId: 'import-0', deletedAt: undefined, values: { P021: 'equal' } };
    const importOf = (note: string): GivenImport => ({ mode: 'upsert', blank: 'clear', records: { a: [note, ''] } });
    const table = tableIn([['a', stored]]);
    const run = new SharedRun(table);
    run.start('older', jobOf('older', importOf('older')), importOf('older'));
    // It has compared its record, and is about to update.
    await run.interleaving.follow([{ worker: 'older', steps: 2, pick: 0 }]);
    run.start('newer', jobOf('newer', importOf('equal')), importOf('equal'));
    await run.interleaving.finish('newer', 'older');
    expect(run.journal.outcomes('newer')).toEqual(new Map([['a', 'ignored']]));
    expect(table.rows.get('a')).toMatchObject({ importId: 'older', values: { P021: 'older' } });
  });
});
