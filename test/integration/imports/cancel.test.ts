import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { executionName, type Import } from '../../../functions/imports/domain/import.ts';
import { workKeys } from '../../../functions/imports/domain/import-keys.ts';
import { cancelImport } from '../../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { endExecution } from '../../../functions/imports/use-cases/lifecycle/end-execution.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { DomainError } from '../../../functions/shared/domain/errors.ts';
import {
  anyImportCase,
  type ImportCase,
  inTable,
  PROPERTY_TIMEOUT_MS,
  runs,
  uploadOf,
} from '../../support/import-model-cases.ts';
import { expectAsModel, prepareCase } from '../../support/import-model-check.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { actingGate } from '../../support/import-world-gates.ts';
import { testOrigin } from '../../support/origin.ts';
import { voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function nextPrefix(): string {
  tables += 1;
  return `C${String(tables).padStart(5, '0')}`;
}

function worldWithTable(limits: Record<string, number> = {}, change: Partial<PublishedTable> = {}) {
  const world = started.world({ limits });
  const table = voucim({ prefix: nextPrefix(), ...change });
  world.tables.publish(table);
  return { world, table, prefix: table.prefix, key: `uploads/${table.prefix}/a.csv` };
}

const rows = (count: number): string => Array.from({ length: count }, (_, n) => `N${n},${n % 7}\n`).join('');

/** The last calls of a workflow come when its import has ended: a cancellation is then rejected. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'import.ended') throw error;
}

/** Runs an import, and cancels it before the `at`th call after the first whose name matches `from`. */
async function runAndCancel(
  world: ImportWorld,
  importId: string,
  at: number,
  from: RegExp,
  isParallel = false,
): Promise<Import> {
  const running = await world.find(importId);
  const gate = actingGate(at, from, () => cancelImport(world.ports, importId, testOrigin()).catch(unlessEnded));
  await runWorkflow(world.portsThrough(gate), world.inputOf(running), isParallel ? 'at-once' : 'in-turn');
  world.workflow.ended.add(executionName(running));
  return world.find(importId);
}

function fates({ counts }: Import): number {
  return counts ? counts.updated + counts.inserted + counts.ignored + counts.failed : 0;
}

describe('a running import that is cancelled', () => {
  test('stops in the middle of a chunk, reports its counts and times, and frees its table', async () => {
    const { world, table, prefix, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}${rows(3000)}`);
    const next = await world.upload(key.replace('a.csv', 'b.csv'), `${HEADER}A,1\n`);
    // So slow that the worker polls after every record.
    world.stepMs = 2000;
    const record = await runAndCancel(world, importId, 3, /BatchExecuteStatement/);
    world.stepMs = 1;
    const { counts } = record;
    expect(record).toMatchObject({ status: 'cancelled', counts: { updated: 0, ignored: 0, failed: 0, total: 3000 } });
    expect(counts?.inserted).toBeGreaterThan(0);
    expect(counts?.unprocessed).toBe(3000 - (counts?.inserted ?? 0));
    expect(counts?.unprocessed).toBeGreaterThan(0);
    expect((await world.items(table)).size).toBe(counts?.inserted);
    expect(record.cancelRequestedAt).toBeDefined();
    expect(Date.parse(record.endedAt ?? '')).toBeGreaterThan(Date.parse(record.cancelRequestedAt ?? ''));

    const log = await world.file(record, 'log');
    const cancelled = new RegExp(
      `: -+ Import cancelled: ${counts?.unprocessed} of 3000 records were not processed -+\n`,
    );
    expect(log).toMatch(/: Bulk copying \.\.\.\n.*: Cancellation requested\n/);
    expect(log).toMatch(cancelled);
    const summary = await world.file(record, 'summary');
    expect(summary).toContain(`Customers Unprocessed: ${counts?.unprocessed},\nTotal Customers: 3000,\n`);

    expect((await world.find(next)).status).toBe('running');
    await world.runAll();
    expect(ImportWorld.counts(await world.find(next))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 0,
      total: 1,
    });
    await resumeImport(world.ports, importId, next);
    expect(await world.find(importId)).toEqual({
      importId,
      resumedOver: next,
      prefix,
      accountPrefix: table.accountPrefix,
      fileName: 'a.csv',
      source: record.source,
      createdAt: record.createdAt,
      startedAt: record.startedAt,
      status: 'running',
      attempt: 2,
      fence: 3,
      ...(record.estimate && { estimate: record.estimate }),
      ...(record.metered && { metered: record.metered }),
    });
    await world.runAll();
    const completed = await world.find(importId);
    expect([completed.status, ImportWorld.counts(completed)]).toEqual([
      'completed',
      { updated: 0, inserted: 3000, ignored: 0, failed: 0, total: 3000 },
    ]);
    expect(await world.file(completed, 'log')).not.toContain('ancel');
    expect(await world.file(completed, 'summary')).not.toContain('Unprocessed');
  });

  test('has the counts of the attempt that came further when it is cancelled twice', async () => {
    const { world, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}${rows(3000)}`);
    world.stepMs = 2000;
    const far = await runAndCancel(world, importId, 40, /BatchExecuteStatement/);
    await resumeImport(world.ports, importId);
    const near = await runAndCancel(world, importId, 1, /BatchExecuteStatement/);
    expect(near).toMatchObject({ status: 'cancelled', attempt: 2 });
    expect(near.counts?.inserted).toBeGreaterThanOrEqual(far.counts?.inserted ?? 0);
    await resumeImport(world.ports, importId);
    const early = await runAndCancel(world, importId, 0, /head .*cancel/);
    expect(early).toMatchObject({ status: 'cancelled', attempt: 3, counts: near.counts });
  });

  test('stops in the middle of a comparison, which the next attempt repeats', async () => {
    // As many shards as are read in sequence.
    const { world, table, key } = worldWithTable({}, { shardCount: 64 });
    await world.store(table, { customerId: 'Z', fields: {}, version: 1 });
    const importId = await world.upload(key, `${HEADER}${rows(3000)}`);
    world.stepMs = 2000;
    const record = await runAndCancel(world, importId, 8, /differentiate\/0\.json/);
    world.stepMs = 1;
    expect(record).toMatchObject({
      status: 'cancelled',
      counts: { updated: 0, inserted: 0, ignored: 0, failed: 0, total: 3000, unprocessed: 3000 },
    });
    expect(await world.file(record, 'log')).toMatch(/: -+ Import cancelled: 3000 of 3000 records/);
    expect(await world.bucket.head(workKeys(record.prefix, importId).work('differentiate', 0))).toBeUndefined();
    await resumeImport(world.ports, importId);
    await world.runAll();
    expect(ImportWorld.counts(await world.find(importId))).toEqual({
      updated: 0,
      inserted: 3000,
      ignored: 0,
      failed: 0,
      total: 3000,
    });
  });

  test('has no counts before its records are counted, and its log reports that nothing was written', async () => {
    const { world, table, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    const record = await runAndCancel(world, importId, 0, /head .*cancel/);
    expect(record).toMatchObject({ status: 'cancelled' });
    expect(record.counts).toBeUndefined();
    expect(await world.file(record, 'log')).toMatch(/: -+ Import cancelled: no customer was written -+\n/);
    expect(await world.file(record, 'summary')).toBeUndefined();
    expect((await world.items(table)).size).toBe(0);
  });

  test('completes when only its files are left', async () => {
    const { world, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    const record = await runAndCancel(world, importId, 0, /create .*\/assemble/);
    expect([record.status, ImportWorld.counts(record)]).toEqual([
      'completed',
      { updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 },
    ]);
    await expect(cancelImport(world.ports, importId, testOrigin())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'import.ended',
    });
  });

  test('ends at once if its workflow has ended without an event, and frees its table after the drain', async () => {
    const { world, key, prefix } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    world.workflow.ended.add(`${importId}-1`);
    await cancelImport(world.ports, importId, testOrigin());
    expect(await world.find(importId)).toMatchObject({ status: 'failed', rejection: { code: 'workflow.ended' } });
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId, drainsUntil: expect.any(String) });
    await world.drain(prefix);
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined });
  });

  test('that then fails can be resumed, and is not cancelled again', async () => {
    const { world, key } = worldWithTable();
    const importId = await world.upload(key, `${HEADER}A,1\n`);
    await cancelImport(world.ports, importId, testOrigin());
    await cancelImport(world.ports, importId, testOrigin());
    const requestedAt = (await world.find(importId)).cancelRequestedAt;
    await cancelImport(world.ports, importId, testOrigin());
    expect((await world.find(importId)).cancelRequestedAt).toBe(requestedAt);
    const name = `${importId}-1`;
    world.workflow.ended.add(name);
    await endExecution(world.ports, { name, importId, status: 'FAILED', error: 'States.Timeout' });
    await resumeImport(world.ports, importId);
    await world.runAll();
    expect(await world.find(importId)).toMatchObject({ status: 'completed', attempt: 2 });
  });
});

/** Calls in each of the stages, before which an import may be cancelled. */
const POINTS = [
  /^/,
  /\/run\//,
  /\/merge\//,
  /\/path\//,
  /\/differentiate\//,
  /\/writes\//,
  /\/files\//,
  /\/assemble/,
  /BatchExecuteStatement/,
  /UpdateItem/,
  /\/insert\//,
  /\/update\//,
  /\/bulk-copy\//,
];

const anyCancellation = fc.record({
  at: fc.integer({ min: 0, max: 25 }),
  from: fc.constantFrom(...POINTS),
  isParallel: fc.boolean(),
  isPolledOften: fc.boolean(),
});

async function prepare(anyCase: ImportCase): Promise<{ world: ImportWorld; given: ImportCase; importId: string }> {
  const given = inTable(anyCase, nextPrefix());
  const world = started.world({ limits: given.limits });
  await prepareCase(world, given);
  const key = `uploads/${given.table.prefix}/a.csv`;
  return { world, given, importId: await world.upload(key, uploadOf(given), given.metadata) };
}

describe('an import that is cancelled at any call', () => {
  test(
    'accounts for every record, and once resumed leaves what an undisturbed one leaves',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyImportCase,
          fc.array(anyCancellation, { minLength: 1, maxLength: 3 }),
          async (anyCase, cancellations) => {
            const { world, given, importId } = await prepare(anyCase);
            for (const { at, from, isParallel, isPolledOften } of cancellations) {
              world.stepMs = isPolledOften ? 2000 : 1;
              const record = await runAndCancel(world, importId, at, from, isParallel);
              world.stepMs = 1;
              if (record.status !== 'cancelled') break;
              const { counts } = record;
              if (counts) expect(fates(record) + (counts.unprocessed ?? 0)).toBe(counts.total);
              expect(await world.imports.readLease(given.table.prefix)).toMatchObject({ importId: undefined });
              await resumeImport(world.ports, importId);
            }
            await world.runAll();
            await expectAsModel(world, await world.find(importId), given);
            expect(await world.imports.readLease(given.table.prefix)).toMatchObject({ importId: undefined });
          },
        ),
        runs(40),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
