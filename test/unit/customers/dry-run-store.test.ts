import { expect, test } from '@jest/globals';
import { DryRunStore } from '../../../functions/customers/use-cases/dry-run-store.ts';
import { bulkJobOf, prepared } from '../../support/bulk-job.ts';
import { type MemoryCustomer, MemoryCustomers } from '../../support/memory-customers.ts';

const job = bulkJobOf({ fence: 2 });
const LIVE: MemoryCustomer = { version: 1, importId: 'other', deletedAt: undefined, values: {} };
const DELETED = { ...LIVE, deletedAt: '2026-11-22T11:00:00.000Z' };

test.each(
  [undefined, LIVE, DELETED].flatMap((stored) =>
    [undefined, 1, 2, 3].flatMap((fence) => [1, 2].map((version) => ({ stored, fence, version }))),
  ),
)('a dry run answers as the table would: %j', async ({ stored, fence, version }) => {
  const customers = new MemoryCustomers();
  const customer = prepared(customers.bulk(job), 'insert', 'A', ['x', '']);
  const reset = () => {
    customers.rows.clear();
    if (stored) customers.rows.set('A', { ...stored, ...(fence !== undefined && { fence }) });
  };
  const table = customers.store(job);
  const dryRun = new DryRunStore(table, job.fence);
  for (const write of ['replace', 'update'] as const) {
    reset();
    const predicted = await dryRun[write](customer, version);
    expect([write, predicted]).toEqual([write, await table[write](customer, version)]);
  }
  reset();
  expect(await dryRun.insert([customer])).toEqual(await table.insert([customer]));
});
