import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { twoFieldTable } from '../../support/bulk-job.ts';
import { anyDeskPlan, runDesk, type SharedDesk } from '../../support/desk-run.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';

/** DESK_RUNS=100000 runs the long form. test/integration/customers/fence.test.ts runs some on the engine. */
const RUNS = Number(process.env.DESK_RUNS ?? 5_000);

const TABLE = twoFieldTable();

function sharedDesk(): SharedDesk {
  const customers = new MemoryCustomers();
  const { records, history } = new MemoryDesk(customers);
  return {
    store: (job) => customers.store(job),
    read: async (customerId) => customers.rows.get(customerId),
    put: async (customerId, customer) => {
      if (customer) customers.rows.set(customerId, customer);
      else customers.rows.delete(customerId);
    },
    records,
    history,
  };
}

test('people and an import lose no update, bring no deleted customer back, and report each conflict', async () => {
  const seen = { overwritten: 0, agentWon: 0, rejected: 0, accepted: 0 };
  await fc.assert(
    fc.asyncProperty(anyDeskPlan, (plan) => runDesk(sharedDesk(), TABLE, plan, seen)),
    { numRuns: RUNS },
  );
  // The runs contain what they are about.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
}, 600_000);
