import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { executionName } from '../../../functions/imports/domain/import.ts';
import { cancelFlagKey, importKeys } from '../../../functions/imports/domain/import-keys.ts';
import { dispatchNext } from '../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { endExecution } from '../../../functions/imports/use-cases/lifecycle/end-execution.ts';
import { type CallGate, ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Note';
/** More than any worker outlives its execution, so that the table is free for the next import. */
const LONG_AFTER_SECONDS = 3_600;

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const idOf = (n: number): string => `C${String(n).padStart(3, '0')}`;

function file(count: number, note: string): string {
  const lines = Array.from({ length: count }, (_, n) => `${idOf(n)},${note}`);
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function publishedTable(world: ImportWorld) {
  tables += 1;
  const plain = voucim({ prefix: `LATE${tables}` });
  const table = { ...plain, fields: [...plain.fields.slice(0, 1), textField('P021', { label: 'Note' })] };
  world.tables.publish(table);
  return table;
}

/** Lets `calls` calls whose name matches through; every later call waits until `wake` is called. */
function stallingGate(calls: number, name: RegExp) {
  const stalled = Promise.withResolvers<void>();
  const awake = Promise.withResolvers<void>();
  let seen = 0;
  const gate: CallGate = async (called, call) => {
    if (name.test(called)) seen += 1;
    if (seen > calls) {
      stalled.resolve();
      await awake.promise;
    }
    return call();
  };
  return { gate, stalled: stalled.promise, wake: () => awake.resolve() };
}

/** An import whose worker stalls at a call, whose execution ends, and whose worker continues after a newer import. */
async function overtaken(world: ImportWorld, prefix: string, older: string, newer: string, stall: [number, RegExp]) {
  const olderId = await world.upload(`uploads/${prefix}/older.csv`, older);
  const record = await world.find(olderId);
  const staller = stallingGate(...stall);
  const late = runWorkflow(world.portsThrough(staller.gate), world.inputOf(record)).catch((error: unknown) => error);
  await staller.stalled;

  const name = executionName(record);
  world.workflow.ended.add(name);
  await endExecution(world.ports, { name, importId: olderId, status: 'ABORTED', error: undefined });
  // The flag that stops most workers is not seen by this one: the fence alone holds it back.
  world.bucket.delete(cancelFlagKey(record));
  world.wait(LONG_AFTER_SECONDS);
  const newerId = await world.upload(`uploads/${prefix}/newer.csv`, newer);
  await dispatchNext(world.ports, prefix);
  await world.runAll();
  staller.wake();
  return { older: await world.find(olderId), newer: await world.find(newerId), lateError: await late };
}

describe('a worker that outlives its import’s execution', () => {
  test.each([
    ['updates', 'old', [20, /UpdateItem/]],
    ['compares with the table', 'old', [0, /BatchGetItem/]],
    ['inserts', undefined, [0, /BatchExecuteStatement/]],
  ] as const)('while it %s overwrites nothing of a newer import', async (_, stored, stall) => {
    const world = started.world();
    const table = publishedTable(world);
    const { prefix } = table;
    await world.import(`uploads/${prefix}/first.csv`, stored ? file(60, stored) : 'Customer ID,Note\nZ,z\n');

    const ended = await overtaken(world, prefix, file(60, 'older'), file(10, 'newer'), [...stall]);

    expect(ImportWorld.counts(ended.newer)).toEqual(
      stored
        ? { updated: 10, inserted: 0, ignored: 0, failed: 0, total: 10 }
        : { updated: 0, inserted: 10, ignored: 0, failed: 0, total: 10 },
    );
    const customers = await world.customers(table);
    for (let n = 0; n < 10; n += 1) expect([idOf(n), customers.get(idOf(n))]).toEqual([idOf(n), { P021: 'newer' }]);
    // Its step ends without a result; the next step finds none, and ends the workflow.
    expect(ended.lateError).toMatchObject({ message: expect.stringContaining('an earlier step has not finished') });
    expect(ended.older.status).toBe('failed');
    const { work } = importKeys(prefix, ended.older.importId, ended.older.fileName);
    for (const stage of ['update', 'insert'] as const) expect(await world.bucket.head(work(stage, 0))).toBeUndefined();
  });
});
