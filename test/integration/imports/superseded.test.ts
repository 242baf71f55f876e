import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cancelImport } from '../../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { actingGate, Killed, killingGate } from '../../support/import-world-gates.ts';
import { importsApi } from '../../support/imports-api.ts';
import { testOrigin } from '../../support/origin.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';
const OLD = `${HEADER}A,old\nB,old\nC,old\n`;
const NEW = `${HEADER}A,new\nB,new\n`;

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** A world in which an import of OLD has failed before it wrote its last records, and its table has drained. */
async function failedImport() {
  tables += 1;
  const world = started.world({ limits: { writeRows: 1 } });
  const table = voucim({ prefix: `S${String(tables).padStart(5, '0')}` });
  world.tables.publish(table);
  const key = (name: string) => `uploads/${table.prefix}/${name}.csv`;
  const old = await world.upload(key('old'), OLD);
  const running = await world.find(old);
  const gate = killingGate(2, 'before', /BatchExecuteStatement/);
  await expect(runWorkflow(world.portsThrough(gate), world.inputOf(running))).rejects.toThrow(Killed);
  world.workflow.ended.add(`${old}-1`);
  await world.drain(table.prefix);
  await world.drain(table.prefix);
  expect((await world.find(old)).status).toBe('failed');
  return { world, table, key, old };
}

describe('an import that failed', () => {
  test('is not resumed after a newer one of its table has run, and the rejection names the newer one', async () => {
    const { world, table, key, old } = await failedImport();
    const newer = await world.import(key('new'), NEW);
    await expect(resumeImport(world.ports, old)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'import.superseded',
      message: expect.stringMatching(
        new RegExp(`^Import ${newer.importId} of ${table.prefix} is newer than import ${old},.*Import the file again`),
      ),
    });
    expect((await world.find(old)).status).toBe('failed');
    await expect(resumeImport(world.ports, old, 'another')).rejects.toMatchObject({ code: 'import.superseded' });
  });

  test('is resumed over the newer one that the request names, and reports it', async () => {
    const { world, key, old } = await failedImport();
    const { importId: newer } = await world.import(key('new'), NEW);
    const call = importsApi(world);
    const rejected = await call('POST', `/imports/${old}/resume`);
    expect(rejected).toMatchObject({ status: 409, body: { code: 'import.superseded' } });
    expect(rejected.body.detail).toContain(newer);
    const wrong = await call('POST', `/imports/${old}/resume`, { body: { newer } });
    expect(wrong.status).toBe(400);
    const resumed = await call('POST', `/imports/${old}/resume`, { body: { over: newer } });
    expect(resumed).toMatchObject({ status: 200, body: { attempt: 2, resumedOver: newer } });
    await world.runAll();
    const record = await world.find(old);
    expect(record).toMatchObject({ status: 'completed', resumedOver: newer });
    expect(await world.file(record, 'log')).toContain(
      `: Warning: resumed over the newer import ${newer}: records of both files may be mixed\n`,
    );
    expect((await call('GET', `/imports/${old}`)).body).toMatchObject({ resumedOver: newer });
  });

  test('is resumed as before when no other import ran, or one that wrote nothing', async () => {
    const { world, key, old } = await failedImport();
    await world.import(key('rejected'), 'neither,nor\n');
    await world.import(key('dry'), NEW, { 'dry-run': 'yes' });
    await resumeImport(world.ports, old);
    await world.runAll();
    const record = await world.find(old);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 3, ignored: 0, failed: 0, total: 3 });
    expect(record.resumedOver).toBeUndefined();
    expect(await world.file(record, 'log')).not.toContain('resumed over');
  });

  test('is not resumed while a newer one runs', async () => {
    const { world, key, old } = await failedImport();
    const newer = await world.upload(key('new'), NEW);
    expect((await world.find(newer)).status).toBe('running');
    await expect(resumeImport(world.ports, old)).rejects.toMatchObject({
      code: 'import.superseded',
      message: expect.stringContaining(newer),
    });
  });

  test('fails at its turn when a newer one has run since it was resumed, and can be resumed over that one', async () => {
    const { world, table, key, old } = await failedImport();
    // Queued, and interrupted before the dispatch, like the resumed import.
    const arrival = await world.put(key('new'), NEW);
    const gate = killingGate(2, 'before', /TransactWriteItems/);
    await startImport(world.portsThrough(gate), arrival).catch(() => undefined);
    await resumeImport({ ...world.ports, dispatcher: { dispatch: async () => {} } }, old);
    const { items } = await world.imports.list(table.prefix, { limit: 1, after: undefined });
    const [newer] = items;
    if (!newer) throw new Error('the newer import is not recorded');
    // It starts before the resumed one, like an import that was confirmed meanwhile.
    await world.imports.claim(
      newer,
      await world.imports.readLease(table.prefix),
      world.ports.clock.now().toISOString(),
    );
    const running = await world.find(newer.importId);
    await runWorkflow(world.ports, world.inputOf(running));
    expect(ImportWorld.counts(await world.find(newer.importId))).toEqual({
      updated: 2,
      inserted: 0,
      ignored: 0,
      failed: 0,
      total: 2,
    });
    const rejected = await world.find(old);
    expect(rejected).toMatchObject({ status: 'failed', attempt: 2, rejection: { code: 'import.superseded' } });
    expect(rejected.rejection?.reason).toContain(newer.importId);
    expect(await world.imports.nextInQueue(table.prefix)).toBeUndefined();
    await resumeImport(world.ports, old, newer.importId);
    expect(await world.find(old)).toMatchObject({ status: 'running', attempt: 3, resumedOver: newer.importId });
  });
});

test('a cancelled import that never ran is resumed whatever ran since: it has no plan to go on with', async () => {
  const { world, key } = await failedImport();
  await world.upload(key('new'), NEW);
  const waiting = await world.upload(key('waiting'), NEW);
  await cancelImport(world.ports, waiting, testOrigin());
  await world.runAll();
  await resumeImport(world.ports, waiting);
  await world.runAll();
  expect(ImportWorld.counts(await world.find(waiting))).toEqual({
    updated: 0,
    inserted: 0,
    ignored: 2,
    failed: 0,
    total: 2,
  });
});

test('an import that is cancelled after it was resumed over a newer one says so in its log', async () => {
  const { world, key, old } = await failedImport();
  const { importId: newer } = await world.import(key('new'), NEW);
  await resumeImport(world.ports, old, newer);
  const gate = actingGate(0, /head .*cancel/, () => cancelImport(world.ports, old, testOrigin()));
  await runWorkflow(world.portsThrough(gate), world.inputOf(await world.find(old)));
  const record = await world.find(old);
  expect(record.status).toBe('cancelled');
  expect(await world.file(record, 'log')).toContain(`resumed over the newer import ${newer}`);
});
