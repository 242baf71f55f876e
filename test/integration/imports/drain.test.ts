import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { cancelFlagKey } from '../../../functions/imports/domain/import-keys.ts';
import { importKey } from '../../../functions/imports/dynamodb/import-item.ts';
import { leaseKey } from '../../../functions/imports/dynamodb/lease-item.ts';
import { type BreakOffPorts, breakOff } from '../../../functions/imports/use-cases/lifecycle/break-off.ts';
import { dispatchNext } from '../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { endExecution } from '../../../functions/imports/use-cases/lifecycle/end-execution.ts';
import { finishImport } from '../../../functions/imports/use-cases/lifecycle/finish-import.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { watchQueues } from '../../../functions/imports/use-cases/lifecycle/watch-queues.ts';
import { log } from '../../../functions/shared/observability/logger.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { frozenGate, Killed, killingGate } from '../../support/import-world-gates.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';
/** The time-out of the world's writing steps, and the skew. */
const DRAIN_SECONDS = 245;

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

function worldWithTable(limits: Record<string, number> = {}) {
  tables += 1;
  const world = started.world({ limits });
  const table = voucim({ prefix: `D${String(tables).padStart(5, '0')}` });
  world.tables.publish(table);
  const key = (name: string) => `uploads/${table.prefix}/${name}.csv`;
  const stop = async ({ importId, attempt }: Import, ports = world.ports) => {
    const name = `${importId}-${attempt}`;
    world.workflow.ended.add(name);
    await endExecution(ports, { name, importId, status: 'ABORTED', error: undefined });
  };
  const isHeld = async () => {
    for await (const { prefix } of world.imports.heldTables()) if (prefix === table.prefix) return true;
    return false;
  };
  return { world, table, prefix: table.prefix, key, stop, isHeld };
}

const names = (world: ImportWorld): string[] => [...world.workflow.started.keys()];
const rows = (count: number, postcode: string) =>
  `${HEADER}${Array.from({ length: count }, (_, n) => `N${String(n).padStart(4, '0')},${postcode}\n`).join('')}`;

/** The messages that are logged from now on, of every level. */
function logged(): string[] {
  const messages: string[] = [];
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(log, level).mockImplementation((message) => {
      messages.push(message);
    });
  }
  return messages;
}

describe('a table whose import broke off', () => {
  test('is granted to no other import until no worker can be alive, and then by watch-queues', async () => {
    const { world, prefix, key, stop, isHeld } = worldWithTable();
    const first = await world.upload(key('a'), rows(1, '1'));
    const second = await world.upload(key('b'), rows(1, '2'));
    await stop(await world.find(first));
    const failed = await world.find(first);
    const end = Date.parse(failed.endedAt ?? '') + DRAIN_SECONDS * 1000;
    expect(failed).toMatchObject({ status: 'failed', drainsUntil: new Date(end).toISOString() });
    const lease = await world.imports.readLease(prefix);
    expect(lease).toMatchObject({ importId: first, fence: 1, drainsUntil: failed.drainsUntil });
    expect(lease.lastEndedAt).toBe(failed.drainsUntil);

    world.wait(DRAIN_SECONDS - 1);
    await watchQueues(world.ports);
    expect(await world.imports.readLease(prefix)).toEqual(lease);
    expect(names(world)).toEqual([`${first}-1`]);
    world.wait(1);
    await watchQueues(world.ports);
    expect(names(world)).toEqual([`${first}-1`, `${second}-1`]);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: second, fence: 2, drainsUntil: undefined });
    await world.runAll();
    expect(await isHeld()).toBe(false);
  });

  test('is free after its drain though nothing waits for it', async () => {
    const { world, prefix, key, stop, isHeld } = worldWithTable();
    await stop(await world.find(await world.upload(key('a'), rows(1, '1'))));
    expect(await isHeld()).toBe(true);
    world.wait(DRAIN_SECONDS);
    await watchQueues(world.ports);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined, drainsUntil: undefined });
    expect(await isHeld()).toBe(false);
  });

  test('is granted to the same import at once, which does not stop by the flag of its earlier attempt', async () => {
    const { world, key, stop, prefix } = worldWithTable();
    const first = await world.upload(key('a'), rows(3, '1'));
    const second = await world.upload(key('b'), rows(3, '2'));
    await stop(await world.find(first));
    await resumeImport(world.ports, first);
    expect(await world.find(first)).toMatchObject({ status: 'running', attempt: 2, fence: 2 });
    const [name, input] = [...world.workflow.started].at(-1) ?? [];
    expect([name, input?.fence]).toEqual([`${first}-2`, 2]);
    await runWorkflow(world.ports, world.inputOf(await world.find(first)));
    expect(ImportWorld.counts(await world.find(first))).toEqual({
      updated: 0,
      inserted: 3,
      ignored: 0,
      failed: 0,
      total: 3,
    });
    // Workers of the first attempt may live on: the next import still waits for the end of the drain.
    expect((await world.find(second)).status).toBe('queued');
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: first, drainsUntil: expect.any(String) });
    world.workflow.ended.add(`${first}-2`);
    await world.drain(prefix);
    await world.runAll();
    expect(ImportWorld.counts(await world.find(second))).toEqual({
      updated: 3,
      inserted: 0,
      ignored: 0,
      failed: 0,
      total: 3,
    });
  });

  test('stops the workers first: their flag is written before anything else', async () => {
    const { world, key, stop } = worldWithTable();
    const running = await world.find(await world.upload(key('a'), rows(1, '1')));
    const gate = killingGate(1, 'before', /TransactWriteItems/);
    await expect(stop(running, world.portsThrough(gate))).rejects.toThrow(Killed);
    expect(await world.bucket.head(cancelFlagKey(running))).toBeDefined();
    expect((await world.find(running.importId)).status).toBe('running');
    // Lambda invokes the function again.
    await stop(running);
    expect((await world.find(running.importId)).status).toBe('failed');
  });
});

test('a worker that outlives its execution stops, and the values of a newer import stand', async () => {
  const { world, table, key, stop, prefix } = worldWithTable();
  await world.import(key('seed'), rows(400, 'seed'));
  const old = await world.find(await world.upload(key('a'), rows(400, 'old')));
  const sleeper = frozenGate(40, /\/update\/0\.json/, /UpdateItem/);
  // So slow that the worker polls the flag after every record.
  world.stepMs = 2000;
  const late = runWorkflow(world.portsThrough(sleeper.gate), world.inputOf(old)).catch((error: unknown) => error);
  await sleeper.asleep;
  world.stepMs = 1;
  await stop(old);
  const newer = await world.upload(key('b'), `${HEADER}${['N0000,new', 'N0001,new', 'N0399,new'].join('\n')}\n`);
  await world.runAll();
  expect((await world.find(newer)).status).toBe('queued');
  // A worker ends with its time-out: it wakes up before the drain is over.
  world.stepMs = 2000;
  sleeper.wake();
  await late;
  world.stepMs = 1;
  const written = [...(await world.items(table)).values()].filter(({ importId }) => importId === old.importId);
  expect(written.length).toBeGreaterThanOrEqual(40);
  expect(written.length).toBeLessThan(400);
  expect(await world.find(old.importId)).toMatchObject({ status: 'failed' });
  expect((await world.find(old.importId)).counts).toBeUndefined();

  await world.drain(prefix);
  await world.runAll();
  expect(ImportWorld.counts(await world.find(newer))).toEqual({
    updated: 3,
    inserted: 0,
    ignored: 0,
    failed: 0,
    total: 3,
  });
  const customers = await world.customers(table);
  expect(['N0000', 'N0001', 'N0399'].map((id) => customers.get(id)?.P018)).toEqual(['new', 'new', 'new']);

  // The records of the stopped worker are counted once after the import is resumed.
  await resumeImport(world.ports, old.importId, newer);
  await world.runAll();
  expect(ImportWorld.counts(await world.find(old.importId))).toEqual({
    updated: 400,
    inserted: 0,
    ignored: 0,
    failed: 0,
    total: 400,
  });
});

describe('the lease', () => {
  async function runningImport() {
    const made = worldWithTable();
    const running = await made.world.find(await made.world.upload(made.key('a'), rows(1, '1')));
    const change = (key: Record<string, string>, fence: number) =>
      started.engine.client.send(
        new UpdateItemCommand({
          TableName: started.engine.controlTable,
          Key: Object.fromEntries(Object.entries(key).map(([name, value]) => [name, { S: value }])),
          UpdateExpression: 'SET fence = :fence',
          ExpressionAttributeValues: { ':fence': { N: String(fence) } },
        }),
      );
    return { ...made, running, change };
  }
  const outcome = { status: 'completed', endedAt: '2026-11-22T12:00:00.000Z' } as const;

  test('of a later fence is not freed by an earlier one, though the record still has that', async () => {
    const { world, prefix, running, change } = await runningImport();
    await change({ ...leaseKey(prefix) }, 2);
    expect(await world.imports.end(running, outcome)).toBe('lost');
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: running.importId, fence: 2 });
    expect((await world.find(running.importId)).status).toBe('running');
    // Inconsistent data must not make a caller wait forever.
    await expect(dispatchNext(world.ports, prefix)).rejects.toThrow(`The lease of ${prefix} and its import`);
    await change({ ...leaseKey(prefix) }, 1);
  });

  test('of the fence of an import is not freed when the record has a later one', async () => {
    const { world, prefix, running, change } = await runningImport();
    await change({ ...importKey(running.importId) }, 2);
    expect(await world.imports.end(running, outcome)).toBe('lost');
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: running.importId, fence: 1 });
    expect((await world.find(running.importId)).status).toBe('running');
    await change({ ...importKey(running.importId) }, 1);
  });

  test('is granted while it is free or drains from the same import, under the fence that was read', async () => {
    const { world, prefix, key, running } = await runningImport();
    const other = await world.find(await world.upload(key('b'), rows(1, '2')));
    const at = '2027-01-01T00:00:00.000Z';
    const held = await world.imports.readLease(prefix);
    expect(await world.imports.claim(other, held, at)).toBe('lost');
    const drainsUntil = '2026-12-31T00:00:00.000Z';
    expect(await world.imports.end(running, { ...outcome, status: 'failed', drainsUntil })).toBe('ended');
    const draining = await world.imports.readLease(prefix);
    // Only `freeDrained` may decide that the time is over.
    expect(await world.imports.claim(other, draining, at)).toBe('lost');
    await resumeImport({ ...world.ports, dispatcher: { dispatch: async () => {} } }, running.importId);
    const resumed = await world.find(running.importId);
    expect(await world.imports.claim(resumed, { ...draining, fence: 0 }, at)).toBe('lost');
    expect(await world.imports.claim(resumed, draining, at)).toBe('claimed');
    expect(await world.imports.readLease(prefix)).toMatchObject({ fence: 2, drainsUntil: undefined });
  });

  test('is freed after its drain, under the fence that was read', async () => {
    const { world, prefix, running } = await runningImport();
    const drainsUntil = '2026-12-31T00:00:00.000Z';
    await world.imports.freeDrained(prefix, await world.imports.readLease(prefix), '2099-01-01T00:00:00.000Z');
    expect((await world.find(running.importId)).status).toBe('running');
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: running.importId });
    await world.imports.end(running, { ...outcome, status: 'failed', drainsUntil });
    const draining = await world.imports.readLease(prefix);
    await world.imports.freeDrained(prefix, draining, '2026-12-30T23:59:59.999Z');
    expect(await world.imports.readLease(prefix)).toEqual(draining);
    await world.imports.freeDrained(prefix, { ...draining, fence: 2 }, drainsUntil);
    expect(await world.imports.readLease(prefix)).toEqual(draining);
    await world.imports.freeDrained(prefix, draining, drainsUntil);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined, lastEndedAt: drainsUntil });
  });

  test('of an import whose workflow is over is found though nothing waits for the table', async () => {
    const { world, prefix, running, isHeld } = await runningImport();
    expect(await isHeld()).toBe(true);
    world.workflow.ended.add(`${running.importId}-1`);
    await watchQueues(world.ports);
    expect(await world.find(running.importId)).toMatchObject({
      status: 'failed',
      rejection: { code: 'workflow.ended' },
      drainsUntil: expect.any(String),
    });
    await world.drain(prefix);
    expect(await isHeld()).toBe(false);
  });
});

describe('an import that another call has ended', () => {
  const rejection = { code: 'workflow.ended', reason: 'It is over.' };

  test('is reported neither failed nor finished by the call that came too late', async () => {
    const { world, key, stop } = worldWithTable();
    const running = await world.find(await world.upload(key('a'), rows(1, '1')));
    const messages = logged();
    // The workflow is stopped while its last step puts the files together.
    const ports = world.portsThrough(async (name, call) => {
      if (name === 'send TransactWriteItemsCommand') await stop(running);
      return call();
    });
    await runWorkflow(ports, world.inputOf(running));
    expect(messages).toContain('import.already-ended');
    expect(messages.filter((message) => message === 'import.failed')).toHaveLength(1);
    expect(messages).not.toContain('import.finished');
    expect(await world.find(running.importId)).toMatchObject({ status: 'failed' });
  });

  test('is not reported failed a second time', async () => {
    const { world, key } = worldWithTable();
    const running = await world.find(await world.upload(key('a'), rows(1, '1')));
    const messages = logged();
    const ports: BreakOffPorts = world.ports;
    await breakOff(ports, running, 'FAILED', rejection);
    await breakOff(ports, running, 'ENDED', rejection);
    expect(messages.filter((message) => message === 'import.failed')).toHaveLength(1);
  });

  test('still leaves its table to the next one', async () => {
    const { world, prefix, key } = worldWithTable();
    const running = await world.find(await world.upload(key('a'), rows(1, '1')));
    await runWorkflow(world.ports, world.inputOf(running));
    await finishImport(world.ports, world.inputOf(running));
    await dispatchNext(world.ports, prefix);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined, drainsUntil: undefined });
  });
});
