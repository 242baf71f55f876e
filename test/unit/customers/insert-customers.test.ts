import { describe, expect, test } from '@jest/globals';
import { bulkJobOf, Fates, prepared, twoFieldTable } from '../../support/bulk-job.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { textField } from '../../support/published-table.ts';
import { AFTER, BEFORE, type Rows, row } from './customer-rows.ts';

async function insert(customers: MemoryCustomers, rows: Rows, job = bulkJobOf()): Promise<Record<string, string>> {
  const bulk = customers.bulk(job);
  const fates = new Fates();
  await bulk.insert(
    rows.map(([id, ...cells]) => prepared(bulk, 'insert', id, cells)),
    fates.onOutcome,
  );
  return fates.byId;
}

describe('inserting', () => {
  test('writes every record once, whatever the batches', async () => {
    const customers = new MemoryCustomers();
    const rows = Array.from({ length: 260 }, (_, n) => [`A${n}`, `value ${n}`, ''] as const);
    const fates = await insert(customers, rows);
    expect(Object.values(fates)).toEqual(new Array(260).fill('inserted'));
    expect(customers.rows.get('A7')).toEqual({
      version: 1,
      importId: 'import-1',
      fence: 1,
      deletedAt: undefined,
      values: { P021: 'value 7' },
    });
  });

  test('a second run counts the same and writes nothing, even over what an agent has changed since', async () => {
    const customers = new MemoryCustomers();
    await insert(customers, [
      ['A', 'a', ''],
      ['B', 'b', ''],
    ]);
    customers.rows.set('A', row('by an agent', { importId: 'import-1', version: 2 }));
    expect(
      await insert(customers, [
        ['A', 'a', ''],
        ['B', 'b', ''],
      ]),
    ).toEqual({ A: 'inserted', B: 'inserted' });
    expect(customers.writes).toBe(2);
    expect(customers.rows.get('A')?.values).toEqual({ P021: 'by an agent' });
  });

  test('a customer of someone else’s is compared: equal ones are ignored, others updated', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('same'));
    customers.rows.set('B', row('old', { version: 7 }));
    expect(
      await insert(customers, [
        ['A', 'same', ''],
        ['B', 'new', ''],
        ['C', '', ''],
      ]),
    ).toEqual({
      A: 'ignored',
      B: 'updated',
      C: 'inserted',
    });
    expect(customers.rows.get('B')).toMatchObject({ version: 8, importId: 'import-1', values: { P021: 'new' } });
  });

  test('a generated Customer ID that someone else has fails its record', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('x'));
    customers.rows.set('B', row('x', { importId: 'import-1' }));
    const job = bulkJobOf({ generatedIds: true });
    expect(
      await insert(
        customers,
        [
          ['A', 'x', ''],
          ['B', 'x', ''],
        ],
        job,
      ),
    ).toEqual({ A: 'customer-id.taken', B: 'inserted' });
  });

  test('an import that only inserts does not change the customer of another writer', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('old'));
    const job = bulkJobOf({ mode: 'insert-only' });
    const rows = [
      ['A', 'new', ''],
      ['B', 'new', ''],
    ] as const;
    expect(await insert(customers, rows, job)).toEqual({ A: 'ignored', B: 'inserted' });
    expect(customers.rows.get('A')).toEqual(row('old'));
  });

  test('a dry run reports the fate of each record, and writes nothing', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('same'));
    customers.rows.set('B', row('old'));
    customers.rows.set('C', row('', { deletedAt: BEFORE }));
    customers.rows.set('D', row('', { deletedAt: AFTER }));
    const before = new Map(customers.rows);
    const rows = ['A', 'B', 'C', 'D', 'E'].map((id) => [id, 'same', ''] as const);
    expect(await insert(customers, rows, bulkJobOf({ dryRun: true }))).toEqual({
      A: 'ignored',
      B: 'updated',
      C: 'inserted',
      D: 'customer.deleted',
      E: 'inserted',
    });
    expect(customers.rows).toEqual(before);
    expect(customers.writes).toBe(0);
  });

  test('a customer deleted before the import started comes back; one deleted since does not', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('', { deletedAt: BEFORE, version: 4 }));
    customers.rows.set('B', row('', { deletedAt: AFTER }));
    customers.rows.set('C', row('', { deletedAt: '2026-11-22T12:00:00.000Z' }));
    expect(
      await insert(customers, [
        ['A', 'a', ''],
        ['B', 'b', ''],
        ['C', 'c', ''],
      ]),
    ).toEqual({
      A: 'inserted',
      B: 'customer.deleted',
      C: 'customer.deleted',
    });
    expect(customers.rows.get('A')).toMatchObject({ version: 5, deletedAt: undefined, values: { P021: 'a' } });
    expect(await insert(customers, [['A', 'a', '']])).toEqual({ A: 'inserted' });
    expect(customers.writes).toBe(1);
  });

  test('a customer that vanishes between the collision and the read is inserted', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('x'));
    customers.interfere = (action) => {
      if (action === 'get') customers.rows.delete('A');
    };
    expect(await insert(customers, [['A', 'a', '']])).toEqual({ A: 'inserted' });
  });

  test('a customer that another writer updates every time fails with the reason', async () => {
    const customers = new MemoryCustomers();
    let version = 1;
    customers.rows.set('A', row('x'));
    customers.interfere = (action) => {
      version += 1;
      if (action === 'update') customers.rows.set('A', row(`x${version}`, { version }));
    };
    expect(
      await insert(customers, [
        ['A', 'a', ''],
        ['B', 'b', ''],
      ]),
    ).toEqual({ A: 'customer.contended', B: 'inserted' });
  });

  test('pulls no more records than are in flight', async () => {
    const customers = new MemoryCustomers();
    const bulk = customers.bulk(bulkJobOf());
    let pulled = 0;
    let written = 0;
    let furthest = 0;
    function* records() {
      for (pulled = 1; pulled <= 1_000; pulled += 1) {
        furthest = Math.max(furthest, pulled - written);
        yield prepared(bulk, 'insert', `A${pulled}`, ['x', '']);
      }
    }
    await bulk.insert(records(), () => {
      written += 1;
    });
    expect(written).toBe(1_000);
    // Three batches in flight, and one being filled.
    expect(furthest).toBeLessThanOrEqual(100);
  });

  test('batches of large records end early, and a repeated Customer ID never shares one', async () => {
    const customers = new MemoryCustomers();
    const batches: (readonly string[])[] = [];
    customers.interfere = (action, ids) => {
      if (action === 'insert') batches.push(ids);
    };
    const job = bulkJobOf({
      table: twoFieldTable({
        fields: [...twoFieldTable().fields.slice(0, 2), textField('P022', { maxLength: 32_000 })],
      }),
    });
    const wide = {
      ...job,
      columns: Array.from({ length: 12 }, (_, n) => textField(`P0${n + 22}`, { maxLength: 32_000 })),
    };
    const cells = new Array<string>(12).fill('x'.repeat(30_000));
    const bulk = customers.bulk(wide);
    const records = ['A', 'B', 'C', 'C'].map((id) => prepared(bulk, 'insert', id, cells));
    const outcomes: string[] = [];
    await bulk.insert(records, ({ customerId }, { kind }) => outcomes.push(`${customerId} ${kind}`));
    expect(batches).toEqual([['A', 'B'], ['C'], ['C']]);
    expect(outcomes).toHaveLength(4);
    expect(new Set(outcomes)).toEqual(new Set(['A inserted', 'B inserted', 'C inserted']));
  });
});
