import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workKeys } from '../../../functions/imports/domain/import-keys.ts';
import { StaleFence } from '../../../functions/imports/ports.ts';
import { dispatchNext } from '../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { endExecution } from '../../../functions/imports/use-cases/lifecycle/end-execution.ts';
import { finishImport } from '../../../functions/imports/use-cases/lifecycle/finish-import.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { watchQueues } from '../../../functions/imports/use-cases/lifecycle/watch-queues.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { Killed, killingGate } from '../../support/import-world-gates.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function worldWithTable() {
  tables += 1;
  const world = started.world({ limits: { writeRows: 1, blockBytes: 1, mergeBytes: 1, partBytes: 1 } });
  const table = voucim({ prefix: `Q${String(tables).padStart(5, '0')}` });
  world.tables.publish(table);
  const failed = (importId: string) => world.find(importId).then(({ status, rejection }) => [status, rejection?.code]);
  const fail = async (importId: string, attempt = 1) => {
    const name = `${importId}-${attempt}`;
    world.workflow.ended.add(name);
    await endExecution(world.ports, { name, importId, status: 'TIMED_OUT', error: undefined });
  };
  return { world, table, prefix: table.prefix, key: `uploads/${table.prefix}/a.csv`, failed, fail };
}

const names = (world: ImportWorld): string[] => [...world.workflow.started.keys()];

describe('uploads into one CRM table', () => {
  test('wait for each other, in the order in which they came', async () => {
    const { world, prefix, key } = worldWithTable();
    const first = await world.upload(key, `${HEADER}A,1\nB,2\n`);
    world.wait(1);
    const second = await world.upload(key, `${HEADER}A,3\nB,2\n`);
    world.wait(1);
    const third = await world.upload(key, `${HEADER}C,4\n`);
    expect(names(world)).toEqual([`${first}-1`]);
    expect((await world.find(second)).status).toBe('queued');
    await world.runAll();
    expect(names(world)).toEqual([`${first}-1`, `${second}-1`, `${third}-1`]);
    const counts = await Promise.all(
      [first, second, third].map(async (id) => ImportWorld.counts(await world.find(id))),
    );
    expect(counts).toEqual([
      { updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 },
      { updated: 1, inserted: 0, ignored: 1, failed: 0, total: 2 },
      { updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 },
    ]);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined, fence: 3 });
  });

  test('the same file twice at once: the second changes nothing', async () => {
    const { world, key } = worldWithTable();
    const body = `${HEADER}A,1\nB,2\n`;
    const ids = await Promise.all([world.upload(key, body), world.upload(key.replace('a.csv', 'b.csv'), body)]);
    expect(world.workflow.started.size).toBe(1);
    await world.runAll();
    const counts = await Promise.all(ids.map(async (id) => ImportWorld.counts(await world.find(id))));
    expect(counts.toSorted((a, b) => (b?.ignored ?? 0) - (a?.ignored ?? 0))).toEqual([
      { updated: 0, inserted: 0, ignored: 2, failed: 0, total: 2 },
      { updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 },
    ]);
  });

  test('the same event many times at once makes one import', async () => {
    const { world, prefix, key } = worldWithTable();
    const arrival = await world.put(key, `${HEADER}A,1\n`);
    await Promise.all(Array.from({ length: 6 }, () => startImport(world.ports, arrival)));
    await world.runAll();
    await startImport(world.ports, arrival);
    expect(world.workflow.started.size).toBe(1);
    const { items } = await world.imports.list(prefix, { limit: 9, after: undefined });
    expect(items.map(ImportWorld.counts)).toEqual([{ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 }]);
  });
});

test('right after another import the table is read strongly consistent, later only on request', async () => {
  const { world, key, prefix } = worldWithTable();
  const isConsistent = async (metadata = {}) => {
    const { importId } = await world.import(key, `${HEADER}A,1\n`, metadata);
    return JSON.parse(Buffer.from(await world.bucket.read(workKeys(prefix, importId).work('route', 0))).toString())
      .consistentRead;
  };
  expect(await isConsistent()).toBe(false);
  expect(await isConsistent()).toBe(true);
  world.wait(59);
  expect(await isConsistent()).toBe(true);
  world.wait(61);
  expect(await isConsistent()).toBe(false);
  world.wait(61);
  expect(await isConsistent({ 'consistent-read': 'yes' })).toBe(true);
});

test('watch-queues starts an import whose queue was not dispatched', async () => {
  const { world, prefix, key } = worldWithTable();
  const before = new Set(world.workflow.started.keys());
  for (const name of ['a.csv', 'b.csv']) {
    const arrival = await world.put(key.replace('a.csv', name), `${HEADER}A,1\n`);
    await startImport(world.portsThrough(killingGate(2, 'before', /TransactWriteItems/)), arrival).catch(
      () => undefined,
    );
  }
  const ours = async () => (await world.imports.waitingTables()).filter((table) => table.prefix === prefix);
  const { items } = await world.imports.list(prefix, { limit: 9, after: undefined });
  expect(items.map(({ status }) => status)).toEqual(['queued', 'queued']);
  expect(await ours()).toEqual([{ prefix, since: items[1]?.createdAt }]);
  await watchQueues(world.ports);
  const started = [...world.workflow.started].filter(([name]) => !before.has(name)).map(([, input]) => input);
  expect(started.filter((input) => input.prefix === prefix)).toMatchObject([{ importId: items[1]?.importId }]);
  expect(await ours()).toEqual([{ prefix, since: items[0]?.createdAt }]);
  await world.runAll();
  expect(await ours()).toEqual([]);
});

describe('the lease of a CRM table', () => {
  test('goes to exactly one of many concurrent requests', async () => {
    const { world, prefix, key } = worldWithTable();
    const gate = () => killingGate(2, 'before', /TransactWriteItems/);
    for (const name of ['a.csv', 'b.csv', 'c.csv']) {
      const arrival = await world.put(key.replace('a.csv', name), `${HEADER}A,1\n`);
      // Recorded and queued, and cut off before anything was started.
      await startImport(world.portsThrough(gate()), arrival).catch(() => undefined);
    }
    await Promise.all(Array.from({ length: 8 }, () => dispatchNext(world.ports, prefix)));
    expect(world.workflow.started.size).toBe(1);
    expect(await world.imports.readLease(prefix)).toMatchObject({ fence: 1 });
  });

  test('is repaired when its workflow was never started', async () => {
    const { world, prefix, key } = worldWithTable();
    const start = world.ports.workflow.start.bind(world.workflow);
    world.ports.workflow.start = () => Promise.reject(new Killed());
    await expect(world.upload(key, `${HEADER}A,1\n`)).rejects.toThrow(Killed);
    const { importId } = await world.imports.readLease(prefix);
    expect(importId).toBeDefined();
    expect(world.workflow.started.size).toBe(0);
    world.ports.workflow.start = start;
    await dispatchNext(world.ports, prefix);
    await dispatchNext(world.ports, prefix);
    expect(names(world)).toEqual([`${importId}-1`]);
    await world.runAll();
    expect(ImportWorld.counts(await world.find(importId ?? ''))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 0,
      total: 1,
    });
  });

  test('whose workflow is over drains: its import failed, and the next one runs when the drain is over', async () => {
    const { world, prefix, key, failed } = worldWithTable();
    const first = await world.upload(key, `${HEADER}A,1\n`);
    const second = await world.upload(key, `${HEADER}B,1\n`);
    world.workflow.ended.add(`${first}-1`);
    await dispatchNext(world.ports, prefix);
    expect(await failed(first)).toEqual(['failed', 'workflow.ended']);
    expect(names(world)).toEqual([`${first}-1`]);
    await world.drain(prefix);
    expect(names(world)).toEqual([`${first}-1`, `${second}-1`]);
  });

  test('is lost to a later fence', async () => {
    const { world, key, fail, prefix } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    const stale = world.inputOf(await world.find(importId));
    await fail(importId);
    await resumeImport(world.ports, importId);
    const record = await world.find(importId);
    expect(record).toMatchObject({ status: 'running', attempt: 2, fence: 2 });
    await expect(runWorkflow(world.ports, stale)).rejects.toThrow(StaleFence);
    await finishImport(world.ports, stale);
    expect(await world.imports.end({ ...record, fence: 1 }, { status: 'completed', endedAt: record.createdAt })).toBe(
      'lost',
    );
    expect(await world.find(importId)).toEqual(record);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId, fence: 2 });
    await world.runAll();
    expect(ImportWorld.counts(await world.find(importId))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 0,
      total: 1,
    });
  });
});

describe('an execution that ended early', () => {
  test('fails its import with a reason, and lets the next one run after the drain', async () => {
    const { world, key, fail, failed, prefix } = worldWithTable();
    const first = await world.upload(key, `${HEADER}A,1\n`);
    const second = await world.upload(key, `${HEADER}B,1\n`);
    await fail(first);
    expect(await failed(first)).toEqual(['failed', 'workflow.timed-out']);
    expect((await world.find(first)).rejection?.reason).toMatch(/Resume the import: it continues where it stopped\.$/);
    expect((await world.find(second)).status).toBe('queued');
    await world.drain(prefix);
    expect((await world.find(second)).status).toBe('running');
    await resumeImport(world.ports, first, second);
    expect((await world.find(first)).status).toBe('queued');
    await world.runAll();
    expect(names(world)).toEqual([`${first}-1`, `${second}-1`, `${first}-2`]);
    expect(ImportWorld.counts(await world.find(first))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 0,
      total: 1,
    });
  });

  test('of an older attempt, of an ended import, or of none, changes nothing', async () => {
    const { world, key, fail } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    await world.failAndResume(importId);
    const running = await world.find(importId);
    await fail(importId, 1);
    expect(await world.find(importId)).toEqual(running);
    await world.runAll();
    const completed = await world.find(importId);
    expect(completed.status).toBe('completed');
    await fail(importId, 2);
    expect(await world.find(importId)).toEqual(completed);
    await fail('20000101T000000Z-000000000000');
  });
});

describe('resuming', () => {
  test('takes failed imports only', async () => {
    const { world, key, fail } = worldWithTable();
    const first = await world.upload(key, `${HEADER}A,1\n`);
    const second = await world.upload(key, `${HEADER}B,1\n`);
    await expect(resumeImport(world.ports, first)).rejects.toMatchObject({
      code: 'import.not-resumable',
      message: /is running/,
    });
    await expect(resumeImport(world.ports, second)).rejects.toMatchObject({ code: 'import.not-resumable' });
    await expect(resumeImport(world.ports, 'x')).rejects.toMatchObject({ code: 'import.not-found' });
    await fail(first);
    const attempts = await Promise.allSettled([1, 2, 3].map(() => resumeImport(world.ports, first)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await world.runAll();
    expect((await world.find(first)).attempt).toBe(2);
    await expect(resumeImport(world.ports, first)).rejects.toMatchObject({ code: 'import.not-resumable' });
    const rejected = await world.import('uploads/NONE/a.csv', '');
    await expect(resumeImport(world.ports, rejected.importId)).rejects.toMatchObject({ code: 'import.not-resumable' });
  });

  test('does not change customers that others have updated meanwhile', async () => {
    const { world, table, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\nB,2\nC,3\n`);
    for (let at = 10; (await world.items(table)).size < 2; at += 1) {
      const input = world.inputOf(await world.find(importId));
      await expect(runWorkflow(world.portsThrough(killingGate(at, 'before')), input)).rejects.toThrow(Killed);
    }
    const changed = { customerId: 'C', fields: { P018: 'agent' }, version: 2, importId };
    const deleted = { customerId: 'B', fields: {}, version: 2, importId, deletedAt: '2026-11-23T00:00:00.000Z' };
    const added = { customerId: 'A', fields: { P018: '1' }, version: 1, importId: undefined };
    for (const customer of [changed, deleted, added]) await world.store(table, customer);
    await world.failAndResume(importId);
    await world.runAll();
    const items = await world.items(table);
    expect([items.get('A'), items.get('B'), items.get('C')]).toMatchObject([added, deleted, changed]);
    expect(ImportWorld.counts(await world.find(importId))).toEqual({
      updated: 0,
      inserted: 2,
      ignored: 1,
      failed: 0,
      total: 3,
    });
  });
});
