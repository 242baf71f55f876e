import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bulkJobOf, twoFieldTable } from '../../support/bulk-job.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { CustomersTable, type Records } from './customers-table.ts';

const job = bulkJobOf({ table: twoFieldTable({ prefix: 'MATCH', shardCount: 4 }) });
const ROWS = 1_200;

let dynamo: TestDynamo;
let table: CustomersTable;

function id(n: number): string {
  return `M${String(n).padStart(5, '0')}`;
}

const filler = 'y'.repeat(95);

beforeAll(async () => {
  dynamo = await startTestDynamo();
  table = new CustomersTable(dynamo);
  const records: Records = Array.from({ length: ROWS }, (_, n) => [id(n), `value ${n}`, filler] as const);
  await table.insert(job, records);
  // Neighbours that a range must not take in: another table whose prefix begins alike.
  await table.insert({ ...job, table: { ...job.table, prefix: 'MATCHX' } }, records.slice(0, 50));
});

afterAll(() => dynamo.stop());

function drafts(numbers: readonly number[], value = (n: number) => `value ${n}`) {
  return numbers.toSorted((a, b) => b - a).map((n) => ({ customerId: id(n), cells: [value(n), filler] }));
}

function every(step: number, from = 0, to = ROWS): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step);
}

describe('comparing with the table', () => {
  test('reads a whole table by ranged Query', async () => {
    const found = await table.customers.bulk(job).match(drafts(every(1)), { consistent: false });
    expect(found.method).toBe('query');
    expect(found.matches).toEqual(every(1).map(() => ({ kind: 'equal' })));
    expect(found.estimate?.itemBytes).toBeGreaterThan(140);
    expect(found.estimate?.itemBytes).toBeLessThan(200);
  });

  test('estimates nearly the exact number of rows', async () => {
    const { estimate } = await table.customers.bulk(job).match(drafts(every(3)), { consistent: false });
    const share = (estimate?.fileRows ?? 0) / (estimate?.tableRows ?? 1);
    expect(share).toBeGreaterThan(1 / 3 / 1.5);
    expect(share).toBeLessThan((1 / 3) * 1.5);
  });

  test('reads more than a hundred by BatchGetItem if the table is far denser than the file', async () => {
    const wide = { ...job, table: { ...job.table, prefix: 'DENSE' } };
    const cells = ['z'.repeat(100), filler];
    await table.insert(
      wide,
      every(1, 0, 6_000).map((n) => [id(n), ...cells] as const),
    );
    const sparse = every(55, 0, 6_000)
      .toReversed()
      .map((n) => ({ customerId: id(n), cells }));
    const { method, matches } = await table.customers.bulk(wide).match(sparse, { consistent: true });
    expect(sparse.length).toBeGreaterThan(100);
    expect(method).toBe('batch-get');
    expect(matches).toEqual(sparse.map(() => ({ kind: 'equal' })));
  });

  test('finds absent, equal and different customers, with the version that was compared', async () => {
    const mixed = [
      { customerId: `${id(7)}x`, cells: ['x', ''] },
      { customerId: id(7), cells: ['value 7', filler] },
      { customerId: id(6), cells: ['value 6', ''] },
    ];
    const { matches } = await table.customers.bulk(job).match(mixed, { consistent: true });
    expect(matches).toEqual([
      { kind: 'absent' },
      { kind: 'equal' },
      { kind: 'different', version: 1, before: { [job.columns[1]?.code ?? '']: filler } },
    ]);
  });

  test('reads a range over several pages', async () => {
    const wide = bulkJobOf({
      table: twoFieldTable({
        prefix: 'PAGES',
        shardCount: 2,
        fields: job.table.fields.map((field) => ({ ...field, maxLength: 32_000 })),
      }),
    });
    const cells = ['p'.repeat(30_000), ''];
    const numbers = every(1, 0, 150);
    await table.insert(
      wide,
      numbers.map((n) => [id(n), ...cells] as const),
    );
    const found: string[] = [];
    await table
      .store(wide)
      .readRange({ highestId: id(149), lowestId: id(10) }, true, ({ customerId }) => found.push(customerId));
    expect(found).toHaveLength(140);
    expect(new Set(found)).toEqual(new Set(every(1, 10, 150).map(id)));
  });
});
