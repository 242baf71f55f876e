import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { StaleFence } from '../../../functions/imports/ports.ts';
import { finishImport } from '../../../functions/imports/use-cases/lifecycle/finish-import.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import {
  anyImportCase,
  type ImportCase,
  inTable,
  PROPERTY_TIMEOUT_MS,
  runs,
  uploadOf,
} from '../../support/import-model-cases.ts';
import { expectAsModel, prepareCase } from '../../support/import-model-check.ts';
import { ImportWorld, startImportWorld, type WorldPorts } from '../../support/import-world.ts';
import { actingGate, Killed, killingGate, sleepingGate } from '../../support/import-world-gates.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function nextPrefix(): string {
  tables += 1;
  return `R${String(tables).padStart(5, '0')}`;
}

async function worldOf(anyCase: ImportCase): Promise<{ world: ImportWorld; given: ImportCase }> {
  const given = inTable(anyCase, nextPrefix());
  const world = started.world({ limits: given.limits });
  await prepareCase(world, given);
  return { world, given };
}

const upload = (world: ImportWorld, given: ImportCase) =>
  world.upload(`uploads/${given.table.prefix}/a.csv`, uploadOf(given), given.metadata);

/** Runs until the gate kills it; returns whether the import has ended. */
async function runUntilKilled(
  world: ImportWorld,
  importId: string,
  ports: WorldPorts,
  isParallel: boolean,
): Promise<boolean> {
  const input = world.inputOf(await world.find(importId));
  await runWorkflow(ports, input, isParallel ? 'at-once' : 'in-turn').catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  return (await world.find(importId)).status !== 'running';
}

/** Changes everything that may change before an import is resumed, which must not affect it. */
async function disturb(world: ImportWorld, { importId, prefix, source }: Import, given: ImportCase): Promise<void> {
  world.bucket.abortUploads();
  await world.bucket.put(source.key, 'another file of the same name\n', { duplicates: 'last' });
  const isPlanned = await world.bucket.head(`imports/${prefix}/${importId}/plan.json`);
  if (isPlanned) world.tables.publish({ ...given.table, version: 2, fields: given.table.fields.slice(0, 1) });
}

/** Calls with which the stages begin; the customers are written by calls of DynamoDB. */
const STAGES = [
  /^/,
  /\/run\//,
  /\/merge\//,
  /\/path\//,
  /\/differentiate\//,
  /\/writes\//,
  /\/files\//,
  /\/assemble/,
  /summary|\.log$/,
];
const WRITES = [/BatchExecuteStatement/, /UpdateItem/, /\/insert\//, /\/update\//, /\/bulk-copy\//];

const anyKill = fc.record({
  at: fc.integer({ min: 1, max: 25 }),
  from: fc.oneof(fc.constantFrom(...STAGES), fc.constantFrom(...WRITES)),
  when: fc.constantFrom('before', 'after'),
  next: fc.constantFrom('retry', 'resume', 'resume'),
  isDisturbed: fc.boolean(),
});

describe('an import that is cut off at any call', () => {
  test(
    'leaves the same result as an undisturbed one when it continues later',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyImportCase,
          fc.array(anyKill, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          async (anyCase, kills, isParallel) => {
            const { world, given } = await worldOf(anyCase);
            const importId = await upload(world, given);
            for (const { at, when, from, next, isDisturbed } of kills) {
              const ports = world.portsThrough(killingGate(at, when, from));
              if (await runUntilKilled(world, importId, ports, isParallel)) break;
              if (next === 'resume') await world.failAndResume(importId);
              if (isDisturbed) await disturb(world, await world.find(importId), given);
            }
            const record = await world.find(importId);
            // Step Functions tries the last step again when its answer was lost.
            if (record.status !== 'running') await finishImport(world.ports, world.inputOf(record));
            else expect(await runUntilKilled(world, importId, world.ports, isParallel)).toBe(true);
            await expectAsModel(world, await world.find(importId), given);
            // Workers of an attempt that broke off may outlive the one that ended the import.
            await world.drain(given.table.prefix);
            expect(await world.imports.readLease(given.table.prefix)).toMatchObject({ importId: undefined });
          },
        ),
        runs(40),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  test(
    'during its start is started once, when the event is repeated',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyImportCase,
          fc.integer({ min: 1, max: 12 }),
          fc.constantFrom('before', 'after'),
          async (anyCase, at, when) => {
            const { world, given } = await worldOf(anyCase);
            const key = `uploads/${given.table.prefix}/a.csv`;
            const arrival = await world.put(key, uploadOf(given), given.metadata);
            await startImport(world.portsThrough(killingGate(at, when)), arrival).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
            });
            await startImport(world.ports, arrival);
            await startImport(world.ports, arrival);
            await world.runAll();
            const { items } = await world.imports.list(given.table.prefix, { limit: 10, after: undefined });
            expect(items).toHaveLength(1);
            expect(world.workflow.started.size).toBe(1);
            for (const record of items) await expectAsModel(world, record, given);
          },
        ),
        runs(10),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  test(
    'a worker that was given up and wakes up later does no harm',
    async () => {
      // Up to which stage the other worker has come when the sleeper wakes up.
      const stages = fc.constantFrom(
        /path/,
        /differentiate\/0/,
        /writes/,
        /insert\/\d/,
        /update\/\d/,
        /files/,
        /assemble/,
      );
      const times = fc.record({ sleepAt: fc.nat(40), wakeIn: stages, wakeAt: fc.nat(30) });
      await fc.assert(
        fc.asyncProperty(
          anyImportCase,
          times,
          fc.boolean(),
          fc.boolean(),
          async (anyCase, { sleepAt, wakeIn, wakeAt }, isResumed, isParallel) => {
            const { world, given } = await worldOf(anyCase);
            const importId = await upload(world, given);
            // The steps of the sort share memory within a process, as two workers never do: the sleeper comes after them.
            const sleeper = sleepingGate(sleepAt, /^create .*\/path\/0\.json/);
            const runner = isParallel ? 'at-once' : 'in-turn';
            const run = async (ports: WorldPorts) =>
              runWorkflow(ports, world.inputOf(await world.find(importId)), runner).catch((error: unknown) => {
                // The other one was faster, or runs under a higher fence.
                if (!(error instanceof StaleFence)) throw error;
              });
            const first = run(world.portsThrough(sleeper.gate));
            await Promise.race([sleeper.asleep, first]);
            if ((await world.find(importId)).status === 'running') {
              if (isResumed) await world.failAndResume(importId);
              await run(world.portsThrough(actingGate(wakeAt, wakeIn, sleeper.wake)));
            }
            sleeper.wake();
            await first;
            await expectAsModel(world, await world.find(importId), given);
          },
        ),
        runs(25),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  test('a worker that compares its records when they have been written changes no file', async () => {
    const prefix = nextPrefix();
    const table = voucim({ prefix });
    const world = started.world();
    world.tables.publish(table);
    await world.store(table, { customerId: 'Z', fields: {}, version: 1 });
    // B stays absent, so that the handoff of the late worker is smaller than the first one, and not empty.
    const file = 'Customer ID,Postcode\nA,1\nB,much too long\nZ,3\n';
    const importId = await world.upload(`uploads/${prefix}/a.csv`, file);
    const input = world.inputOf(await world.find(importId));
    const sleeper = sleepingGate(0, /BatchGetItemCommand/);
    const late = runWorkflow(world.portsThrough(sleeper.gate), input).catch((error: unknown) => error);
    await sleeper.asleep;
    const others = world.portsThrough(async (name, call) => {
      // All customers are written, and no file is assembled yet: the late worker runs its chunk now.
      if (name.endsWith('/files/0.json') && name.startsWith('create')) {
        sleeper.wake();
        await expect(late).resolves.toBeUndefined();
      }
      return call();
    });
    await runWorkflow(others, input).catch((error: unknown) => expect(error).toBeInstanceOf(StaleFence));
    const record = await world.find(importId);
    expect(ImportWorld.counts(record)).toEqual({ updated: 1, inserted: 1, ignored: 0, failed: 1, total: 3 });
    expect(await world.file(record, 'insert')).toBe('B,much too long\nA,1\n');
    expect(await world.file(record, 'update')).toBe('Z,3\n');
  });
});
