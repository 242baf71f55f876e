import { describe, expect, test } from '@jest/globals';
import type { Outcome, PreparedUpdate } from '../../../functions/customers/index.ts';
import { bulkJobOf, Fates, prepared, twoFieldTable } from '../../support/bulk-job.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { textField } from '../../support/published-table.ts';
import { AFTER, BEFORE, type Rows, row } from './customer-rows.ts';

async function update(
  customers: MemoryCustomers,
  rows: Rows,
  version = 1,
  job = bulkJobOf(),
): Promise<Record<string, string>> {
  const bulk = customers.bulk(job);
  const fates = new Fates();
  const updates = rows.map(([id, ...cells]): PreparedUpdate => ({ ...prepared(bulk, 'update', id, cells), version }));
  await bulk.update(updates, fates.onOutcome);
  return fates.byId;
}

describe('updating', () => {
  test('sets what has a value, removes what is blank and raises the version', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('x', { version: 3, values: { P021: 'x', P022: 'y', P099: 'not mapped' } }));
    expect(await update(customers, [['A', '', 'z']], 3)).toEqual({ A: 'updated' });
    expect(customers.rows.get('A')).toMatchObject({
      version: 4,
      importId: 'import-1',
      values: { P022: 'z', P099: 'not mapped' },
    });
  });

  test('a lost race is read again: applied already, equal, different, gone, deleted', async () => {
    const customers = new MemoryCustomers();
    const now = { version: 9 };
    customers.rows.set('applied', row('by an agent since', { ...now, importId: 'import-1' }));
    customers.rows.set('equal', row('x', now));
    customers.rows.set('different', row('y', now));
    customers.rows.set('deleted', row('', { ...now, deletedAt: AFTER }));
    customers.rows.set('long deleted', row('', { ...now, deletedAt: BEFORE }));
    const ids = ['applied', 'equal', 'different', 'gone', 'deleted', 'long deleted'];
    expect(
      await update(
        customers,
        ids.map((id) => [id, 'x', ''] as const),
      ),
    ).toEqual({
      applied: 'updated',
      equal: 'ignored',
      different: 'updated',
      gone: 'inserted',
      deleted: 'customer.deleted',
      'long deleted': 'inserted',
    });
    expect(customers.rows.get('different')?.version).toBe(10);
    expect(customers.rows.get('gone')?.version).toBe(1);
    expect(customers.rows.get('applied')?.values).toEqual({ P021: 'by an agent since' });
  });

  test('after a lost race the outcome holds the values that the update replaced, of mapped fields that differ', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('', { version: 9, values: { P021: 'by an agent', P022: 'same', P099: 'not mapped' } }));
    const outcomes: Outcome[] = [];
    const bulk = customers.bulk(bulkJobOf());
    const update = { ...prepared(bulk, 'update', 'A', ['x', 'same']), version: 1 };
    await bulk.update([update], (_, outcome) => outcomes.push(outcome));
    expect(outcomes).toEqual([{ kind: 'updated', before: { P021: 'by an agent' }, overwrites: true }]);
  });

  test('an import with update-only never inserts a deleted customer', async () => {
    const customers = new MemoryCustomers();
    customers.rows.set('deleted', row('', { version: 9, deletedAt: AFTER }));
    customers.rows.set('long deleted', row('', { version: 9, deletedAt: BEFORE }));
    const rows = ['gone', 'deleted', 'long deleted'].map((id) => [id, 'x', ''] as const);
    expect(await update(customers, rows, 1, bulkJobOf({ mode: 'update-only' }))).toEqual({
      gone: 'customer.absent',
      deleted: 'customer.deleted',
      'long deleted': 'customer.absent',
    });
    expect(customers.writes).toBe(0);
  });

  test('an update that left a required field as stored cannot become a new customer', async () => {
    const table = twoFieldTable({
      fields: [...twoFieldTable().fields.slice(0, 2), textField('P022', { required: true })],
    });
    const customers = new MemoryCustomers();
    customers.rows.set('A', row('', { values: { P022: 'kept' } }));
    customers.rows.set('C', row('', { version: 2, deletedAt: BEFORE }));
    const job = bulkJobOf({ table, blank: 'keep' });
    expect(
      await update(
        customers,
        [
          ['A', 'x', ''],
          ['B', 'x', ''],
          ['C', 'x', ''],
        ],
        1,
        job,
      ),
    ).toEqual({
      A: 'updated',
      B: 'value.required',
      C: 'value.required',
    });
    expect(customers.rows.get('A')?.values).toEqual({ P021: 'x', P022: 'kept' });
  });
});
