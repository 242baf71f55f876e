import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readImport } from '../../../functions/imports/use-cases/lifecycle/read-import.ts';
import { FakeAddresses } from '../../support/fake-addresses.ts';
import { startImportWorld } from '../../support/import-world.ts';
import { actingGate } from '../../support/import-world-gates.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const rows = (from: number, to: number, postcode: string): string =>
  Array.from({ length: to - from }, (_, n) => `N${from + n},${postcode}\n`).join('');

/** Runs the import of a file and reads it before the `at`th call after the first whose name matches `from`. */
async function readInTheMiddle(prefix: string, files: readonly string[], at: number, from: RegExp, stepMs = 1) {
  const world = started.world({ limits: { writeRows: 10, differentiateBytes: 100_000 } });
  world.tables.publish(voucim({ prefix }));
  const last = files.at(-1) ?? '';
  for (const file of files.slice(0, -1)) {
    await world.import(`uploads/${prefix}/earlier.csv`, HEADER + file);
    world.wait(120);
  }
  const importId = await world.upload(`uploads/${prefix}/last.csv`, HEADER + last);
  world.stepMs = stepMs;
  let progress: Awaited<ReturnType<typeof readImport>>['progress'];
  const gate = actingGate(at, from, async () => {
    ({ progress } = await readImport({ ...world.ports, addresses: new FakeAddresses() }, importId));
  });
  const input = world.workflow.started.get(`${importId}-1`);
  if (!input) throw new Error('The import was not started');
  await runWorkflow(world.portsThrough(gate), input);
  return progress;
}

test('shows the update stage in addition to the preceding insert stage', async () => {
  const file = rows(0, 25, 'W1') + rows(100, 130, 'W1');
  const progress = await readInTheMiddle('PROGA', [rows(0, 25, 'SW1'), file], 4, /^read .*update-rows/);
  expect(progress).toMatchObject([
    { stage: 'insert', chunks: 3, chunksDone: 3, records: 30, recordsDone: 30 },
    { stage: 'update', chunks: 3, records: 25 },
  ]);
  expect(progress?.[1]?.chunksDone).toBeLessThan(3);
});

test('counts the records of a chunk that is not finished', async () => {
  const file = rows(0, 2000, 'W1');
  const progress = await readInTheMiddle('PROGB', [file], 60, /BatchExecuteStatement/, 20);
  expect(progress).toMatchObject([{ stage: 'bulk-copy', chunks: 1, chunksDone: 0, records: 2000 }]);
  expect(progress?.[0]?.recordsDone).toBeGreaterThan(0);
  expect(progress?.[0]?.recordsDone).toBeLessThan(2000);
});
