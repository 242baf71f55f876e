import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

test('the record counts the warnings of every stage', async () => {
  const world = started.world();
  const table = voucim({ prefix: 'FINISH' });
  world.tables.publish(table);
  await world.import('uploads/FINISH/a.csv', 'Customer ID,Phone\nA,\n');
  // One warning of an insert, two of updates, and none of the comparison before them.
  await world.import('uploads/FINISH/b.csv', 'Customer ID,Phone\nB,\n');
  const record = await world.import('uploads/FINISH/c.csv', 'Customer ID,Phone\nA,001 1\nB,001 2\nC,001 3\n');
  expect(ImportWorld.counts(record)).toEqual({ updated: 2, inserted: 1, ignored: 0, failed: 0, total: 3 });
  expect(record.warnings).toBe(3);
});
