import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { readFailedStart } from '../../../functions/imports/domain/lifecycle/failed-start.ts';
import { readStartEvent } from '../../../functions/imports/domain/lifecycle/start-event.ts';
import type { NewImport } from '../../../functions/imports/domain/lifecycle/transitions.ts';
import { cancelImport } from '../../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { dispatchNext } from '../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { handleStartEvent } from '../../../functions/imports/use-cases/uploads/handle-start-event.ts';
import { recordFailedStart } from '../../../functions/imports/use-cases/uploads/record-failed-start.ts';
import { scheduleKey } from '../../../functions/schedules/index.ts';
import { toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { type ImportWorld, startImportWorld, type WorldPorts } from '../../support/import-world.ts';
import { Killed, killingGate } from '../../support/import-world-gates.ts';
import { testOrigin } from '../../support/origin.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

const FILE = 'Customer ID,Postcode\nA,YO1 7HH\n';
const ORIGINS = ['an S3 client', 'the API', 'a schedule', 'a schedule of all new files'] as const;
type Origin = (typeof ORIGINS)[number];
const isScheduled = (origin: Origin) => origin.startsWith('a schedule');

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** At which of its calls an invocation is killed; undefined for one that lives. */
type Kill = { readonly at: number; readonly when: 'before' | 'after' } | undefined;

/** A file that has arrived, or for a schedule, and its event. */
async function arrive(origin: Origin) {
  const { world, table } = worldWithTable(started);
  const { prefix } = table;
  const imports = async () => (await world.imports.list(prefix, { limit: 9, after: undefined })).items;
  if (isScheduled(origin)) {
    const key = `inbox/${prefix}/a.csv`;
    const { engine } = started;
    const Item = toItem({ ...scheduleKey(prefix, `s-${prefix}`) });
    await engine.client.send(new PutItemCommand({ TableName: engine.controlTable, Item }));
    await world.put(key, FILE);
    const source = origin === 'a schedule' ? { kind: 'key', key } : { kind: 'all-new' };
    const schedule = { scheduleId: `s-${prefix}`, prefix, source };
    return { world, imports, event: (_: number): unknown => ({ schedule, scheduledAt: '2026-12-01T01:00:00Z' }) };
  }
  const key = origin === 'the API' ? `uploads/${prefix}/api-${prefix}/a.csv` : `uploads/${prefix}/a.csv`;
  if (origin === 'the API') await world.imports.create(awaiting(prefix, key));
  const { source } = await world.put(key, FILE);
  const event = (minute: number): unknown => ({
    time: new Date(Date.UTC(2026, 10, 22, 11, minute)).toISOString(),
    detail: { bucket: { name: source.bucket }, object: { key, 'version-id': source.versionId } },
  });
  return { world, imports, event };
}

const awaiting = (prefix: string, key: string): NewImport => ({
  importId: `api-${prefix}`,
  prefix,
  accountPrefix: 'BRI',
  fileName: 'a.csv',
  announced: { bytes: FILE.length },
  source: { bucket: 'data', key, versionId: '' },
  status: 'awaiting-upload',
  attempt: 1,
  fence: 0,
  createdAt: '2026-11-22T11:00:00.000Z',
});

const begin = (ports: WorldPorts, event: unknown) => handleStartEvent(ports, readStartEvent(event));

/** Lambda's record for the on-failure destination after the last attempt. */
const failedForGood = (requestPayload: unknown) => ({
  version: '1.0',
  requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
  requestPayload,
  responseContext: { statusCode: 200, functionError: 'Unhandled' },
  responsePayload: { errorType: 'Runtime.OutOfMemory', errorMessage: 'Runtime exited with error: signal: killed' },
});

/** Invokes until an attempt is not killed. Answers whether one was not. */
async function attempt(world: ImportWorld, kills: readonly Kill[], invoke: (ports: WorldPorts) => Promise<void>) {
  for (const kill of kills) {
    try {
      await invoke(kill ? world.portsThrough(killingGate(kill.at, kill.when)) : world.ports);
      return true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  return false;
}

/**
 * Delivers an event as Lambda does: three attempts, then its record to the destination until that has taken it. Answers
 * whether one of the attempts lived.
 */
async function deliver(world: ImportWorld, event: unknown, kills: readonly Kill[], killsOfRecorder: readonly Kill[]) {
  if (await attempt(world, kills, (ports) => begin(ports, event))) return true;
  const failed = readFailedStart(failedForGood(event));
  await attempt(world, [...killsOfRecorder, undefined], (ports) => recordFailedStart(ports, failed));
  return false;
}

/** Runs watch-queues, the workflow and the user's next actions; returns the import, or the missed run, when it has ended. */
async function ended(world: ImportWorld, { importId, prefix }: Import): Promise<Import> {
  await dispatchNext(world.ports, prefix);
  await world.runAll();
  const found = await world.find(importId);
  if (found.status !== 'failed') return found;
  expect(found.rejection).toMatchObject({
    code: 'start.out-of-memory',
    reason: expect.stringMatching(/Resume the import/),
  });
  await resumeImport(world.ports, importId);
  await world.runAll();
  return world.find(importId);
}

async function expectOneImport(world: ImportWorld, imports: () => Promise<readonly Import[]>, origin: Origin) {
  const all = await imports();
  expect(all).toHaveLength(1);
  const [only] = all;
  if (!only) throw new Error('no import was recorded');
  expect(only.status).not.toMatch(/received|awaiting-upload/);
  const last = await ended(world, only);
  if (isScheduled(origin)) {
    const { scheduleId = '' } = only.schedule ?? {};
    expect(await world.ports.runs.last(scheduleId)).toMatchObject({ importId: only.importId });
    expect(await world.ports.runs.missedCount(scheduleId)).toBe(last.status === 'missed' ? 1 : 0);
    if (last.status === 'missed') {
      expect(last.rejection).toMatchObject({ code: 'start.out-of-memory', reason: expect.stringMatching(/manually/) });
      return;
    }
  }
  expect(last).toMatchObject({ status: 'completed', counts: { inserted: 1, total: 1 } });
}

const kill = fc.option(fc.record({ at: fc.integer({ min: 1, max: 30 }), when: fc.constantFrom('before', 'after') }), {
  nil: undefined,
  freq: 6,
}) as fc.Arbitrary<Kill>;

describe.each(ORIGINS)('a file from %s leaves exactly one import', (origin) => {
  test('whichever call fails in its start', async () => {
    for (const when of ['before', 'after'] as const) {
      let lives = false;
      for (let at = 1; !lives; at += 1) {
        const { world, imports, event } = await arrive(origin);
        const dying: Kill = { at, when };
        // An attempt that finds the work of the previous one makes fewer calls and may survive: only the first is checked.
        lives = await attempt(world, [dying], (ports) => begin(ports, event(0)));
        if (!lives) await deliver(world, event(0), [dying, dying], [dying]);
        await expectOneImport(world, imports, origin);
        if (lives) expect(at).toBeGreaterThan(6);
      }
    }
  });

  test('however often and late it is announced, and wherever starts and their records are killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(kill, { minLength: 3, maxLength: 3 }), fc.array(kill, { maxLength: 2 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.boolean(),
        async (deliveries, isAtOnce) => {
          const { world, imports, event } = await arrive(origin);
          const each = deliveries.map(
            ([kills, ofRecorder], at) =>
              () =>
                deliver(world, event(at), kills, ofRecorder),
          );
          // Lambda has given a firing up minutes before it could still be delivered again.
          if (isAtOnce && !isScheduled(origin)) await Promise.all(each.map((run) => run()));
          else for (const run of each) await run();
          await expectOneImport(world, imports, origin);
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);
});

describe('an import that was received and not read', () => {
  async function received(origin: Origin) {
    const { world, imports, event } = await arrive(origin);
    const dies = () => Promise.reject(new Killed());
    await attempt(world, [undefined], (ports) => begin({ ...ports, store: { ...ports.store, head: dies } }, event(0)));
    return { world, imports, event };
  }

  test('is listed as received, under the file’s name, while its start is repeated', async () => {
    const { world, imports, event } = await received('an S3 client');
    expect(await imports()).toMatchObject([{ status: 'received', fileName: 'a.csv', attempt: 1, fence: 0 }]);
    await begin(world.ports, event(1));
    expect(await imports()).toMatchObject([{ status: 'running' }]);
  });

  test('can be cancelled, and its start then changes nothing; resuming it imports the file', async () => {
    const { world, imports, event } = await received('an S3 client');
    const [{ importId } = { importId: '' }] = await imports();
    await cancelImport(world.ports, importId, testOrigin());
    await begin(world.ports, event(1));
    await recordFailedStart(world.ports, readFailedStart(failedForGood(event(2))));
    expect(await imports()).toMatchObject([{ status: 'cancelled' }]);
    await resumeImport(world.ports, importId);
    await world.runAll();
    expect(await imports()).toMatchObject([{ status: 'completed', counts: { inserted: 1 } }]);
  });

  test('is unchanged by a late record of a failure once it has continued', async () => {
    const { world, imports, event } = await received('a schedule');
    await begin(world.ports, event(0));
    await recordFailedStart(world.ports, readFailedStart(failedForGood(event(0))));
    expect(await imports()).toMatchObject([{ status: 'running' }]);
  });
});

test('a failed dispatch or resumption leaves no record, and an unknown event is an error', async () => {
  const { world, imports } = await arrive('an S3 client');
  for (const event of [{ dispatch: 'P' }, { resume: 'X' }]) {
    await recordFailedStart(world.ports, readFailedStart(failedForGood(event)));
  }
  expect(await imports()).toEqual([]);
  const failed = readFailedStart(failedForGood({ anything: 'else' }));
  await expect(recordFailedStart(world.ports, failed)).rejects.toThrow(expect.objectContaining({ name: 'ZodError' }));
});
