import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BulkJob } from '../../../functions/customers/index.ts';
import { bulkJobOf, prepared, twoFieldTable } from '../../support/bulk-job.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { CustomersTable, type Records } from './customers-table.ts';

// The contract of the writing stages and of the comparison, written again in the simplest way, against any table and any records.

const BEFORE = '2026-11-22T11:00:00.000Z';
const AFTER = '2026-11-22T13:00:00.000Z';
const OURS = 'import-1';
const FENCE = 5;

interface Row {
  readonly version: number;
  readonly importId: string | undefined;
  readonly fence: number | undefined;
  readonly deletedAt: string | undefined;
  readonly cells: readonly string[];
}

type Cells = readonly string[];
type Verdict = readonly [fate: string, row: Row | undefined];

/** The stored attributes after the cells are applied. */
function merged(job: BulkJob, old: Cells, cells: Cells): Cells {
  return cells.map((cell, column) => (cell === '' && job.blank === 'keep' ? (old[column] ?? '') : cell));
}

function written(cells: Cells, version: number): Row {
  return { version, importId: OURS, fence: FENCE, deletedAt: undefined, cells };
}

/** The fate of a record whose write fails its condition, or of any insert. */
function verdictOf(job: BulkJob, fateIfOurs: string, row: Row | undefined, cells: Cells): Verdict {
  if (!row) return job.mode === 'update-only' ? ['customer.absent', row] : ['inserted', written(cells, 1)];
  if (row.importId === OURS) return [fateIfOurs, row];
  if (job.generatedIds) return ['customer-id.taken', row];
  if (row.deletedAt === AFTER) return ['customer.deleted', row];
  if (row.deletedAt === BEFORE && job.mode === 'update-only') return ['customer.absent', row];
  if (row.deletedAt === BEFORE) return ['inserted', written(cells, row.version + 1)];
  if (job.mode === 'insert-only') return ['ignored', row];
  const after = merged(job, row.cells, cells);
  if (after.join('|') === row.cells.join('|')) return ['ignored', row];
  return ['updated', written(after, row.version + 1)];
}

function inserted(job: BulkJob, row: Row | undefined, cells: Cells): Verdict {
  return verdictOf(job, 'inserted', row, cells);
}

function updated(job: BulkJob, row: Row | undefined, cells: Cells): Verdict {
  if (row?.version === 1) return ['updated', written(merged(job, row.cells, cells), 2)];
  return verdictOf(job, 'updated', row, cells);
}

function matched(job: BulkJob, row: Row | undefined, cells: Cells): string {
  if (!row || row.deletedAt !== undefined) return 'absent';
  return merged(job, row.cells, cells).join('|') === row.cells.join('|') ? 'equal' : `different ${row.version}`;
}

const someCells = fc.tuple(fc.constantFrom('', 'a', 'A', 'b'), fc.constantFrom('', 'x', 'é'));
/** A customer without a fence was stored by an earlier release. */
const noHigherFence = fc.constantFrom(undefined, 1, FENCE);
const live = fc.record({
  version: fc.constantFrom(1, 2, 9),
  importId: fc.constantFrom(OURS, 'import-0', undefined),
  fence: noHigherFence,
  deletedAt: fc.constant(undefined),
  cells: someCells,
});
const tombstone = fc.record({
  version: fc.constantFrom(2, 9),
  importId: fc.constantFrom('import-0', undefined),
  fence: noHigherFence,
  deletedAt: fc.constantFrom(BEFORE, AFTER),
  cells: fc.constant(['', ''] as const),
});
const someIds = fc.uniqueArray(fc.constantFrom('a', 'aa', 'ab', 'b', 'B', 'é', 'z_1', 'z_10', 'z_2', '😀', '\uFF5E'));
const world = fc.record({
  stored: fc.dictionary(
    fc.constantFrom('a', 'aa', 'B', 'é', 'z_1', 'z_10', '😀', 'zz'),
    fc.oneof(live, live, tombstone),
  ),
  records: someIds.chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), someCells)))),
  blank: fc.constantFrom('clear', 'keep'),
  generatedIds: fc.boolean(),
  shardCount: fc.constantFrom(1, 3, 16),
});

let dynamo: TestDynamo;
let table: CustomersTable;
let runs = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  table = new CustomersTable(dynamo);
});

afterAll(() => dynamo.stop());

/** A job on a new CRM table that holds the rows. */
async function tableWith(
  given: Pick<BulkJob, 'blank' | 'generatedIds'> & Partial<Pick<BulkJob, 'mode'>>,
  shardCount: number,
  stored: Record<string, Row>,
) {
  runs += 1;
  const job = bulkJobOf({
    ...given,
    importId: OURS,
    fence: FENCE,
    table: twoFieldTable({ prefix: `T${runs}`, shardCount }),
  });
  for (const [id, { version, importId, fence, deletedAt, cells }] of Object.entries(stored)) {
    await table.put(job, prepared(table.customers.bulk(job), 'insert', id, cells), {
      version: { N: String(version) },
      importId: importId === undefined ? undefined : { S: importId },
      fence: fence === undefined ? undefined : { N: String(fence) },
      deletedAt: deletedAt === undefined ? undefined : { S: deletedAt },
    });
  }
  return job;
}

async function rowOf(job: BulkJob, id: string): Promise<Row | undefined> {
  const item = await table.item(job, id);
  if (!item) return undefined;
  return {
    version: Number(item.version?.N),
    importId: item.importId?.S,
    fence: item.fence?.N === undefined ? undefined : Number(item.fence.N),
    deletedAt: item.deletedAt?.S,
    cells: job.columns.map(({ code }) => item[code]?.S ?? ''),
  };
}

describe('any table and any records', () => {
  test.each([
    ['insert', 'insert-only', inserted, (job: BulkJob, records: Records) => table.insert(job, records)],
    ['update', 'update-only', updated, (job: BulkJob, records: Records) => table.update(job, records, 1)],
  ] as const)(
    '%s, also of an import that is %s, gives the fates and customers of the contract, and a second run gives the same; a dry run predicts them',
    async (_, otherMode, model, run) => {
      const anyMode = fc.constantFrom('upsert' as const, otherMode);
      await fc.assert(
        fc.asyncProperty(world, anyMode, async ({ stored, records, blank, generatedIds, shardCount }, mode) => {
          const job = await tableWith({ blank, generatedIds, mode }, shardCount, stored);
          const rows: Records = records.map(([id, cells]) => [id, ...cells] as const);
          const dryRunFates = await run({ ...job, dryRun: true }, rows);
          for (const id of Object.keys(stored)) expect(await rowOf(job, id)).toEqual(stored[id]);
          const fates = await run(job, rows);
          expect(dryRunFates).toEqual(fates);
          for (const [id, cells] of records) {
            const [fate, row] = model(job, stored[id], cells);
            expect([id, fates[id], await rowOf(job, id)]).toEqual([id, fate, row]);
          }
          const untouched = Object.keys(stored).filter((id) => !records.some(([other]) => other === id));
          for (const id of untouched) expect(await rowOf(job, id)).toEqual(stored[id]);

          await (mode === 'update-only' ? run(job, rows) : table.insert(job, rows));
          for (const [id, cells] of records) expect(await rowOf(job, id)).toEqual(model(job, stored[id], cells)[1]);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('the comparison finds what the contract says, by either way of reading', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.boolean(), async ({ stored, records, blank, shardCount }, byQuery) => {
        const job = await tableWith({ blank, generatedIds: false }, shardCount, stored);
        // Over a hundred records make it choose; so far above every other ID they meet nothing.
        const others = byQuery ? Array.from({ length: 101 }, (_, n) => [`\u{1F9FF}${n}`, ['', '']] as const) : [];
        const drafts = [...records, ...others]
          .map(([customerId, cells]) => ({ customerId, cells }))
          .sort((a, b) => Buffer.compare(Buffer.from(b.customerId), Buffer.from(a.customerId)));
        const { matches, method } = await table.customers.bulk(job).match(drafts, { consistent: true });
        expect(method).toBe(byQuery ? 'query' : 'batch-get');
        const found = matches.map((match) => (match.kind === 'different' ? `different ${match.version}` : match.kind));
        expect(found).toEqual(drafts.map(({ customerId, cells }) => matched(job, stored[customerId], cells)));
      }),
      { numRuns: 60 },
    );
  });
});
