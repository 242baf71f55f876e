import { describe, expect, test } from '@jest/globals';
import { bulkJobOf } from '../../support/bulk-job.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';

function tableOf(values: Record<string, Record<string, string>>): MemoryCustomers {
  const customers = new MemoryCustomers();
  for (const [id, stored] of Object.entries(values)) {
    customers.rows.set(id, { version: 3, importId: undefined, deletedAt: undefined, values: stored });
  }
  return customers;
}

async function match(customers: MemoryCustomers, cells: readonly string[], blank: 'clear' | 'keep' = 'clear') {
  const { matches } = await customers
    .bulk(bulkJobOf({ blank }))
    .match([{ customerId: 'A', cells }], { consistent: false });
  return matches;
}

describe('comparing with the table', () => {
  test('compares mapped fields only; a blank cell equals an absent field', async () => {
    const customers = tableOf({ A: { P021: 'x', P099: 'not mapped' } });
    expect(await match(customers, ['x', ''])).toEqual([{ kind: 'equal' }]);
    expect(await match(customers, ['x', 'y'])).toEqual([{ kind: 'different', version: 3, before: { P022: '' } }]);
    expect(await match(customers, ['', ''])).toEqual([{ kind: 'different', version: 3, before: { P021: 'x' } }]);
    expect(await match(customers, ['', ''], 'keep')).toEqual([{ kind: 'equal' }]);
    expect(await match(customers, ['y', ''], 'keep')).toEqual([
      { kind: 'different', version: 3, before: { P021: 'x' } },
    ]);
  });

  test('compares code points: composed and decomposed letters differ', async () => {
    expect(await match(tableOf({ A: { P021: 'é' } }), ['e\u0301', ''])).toEqual([
      { kind: 'different', version: 3, before: { P021: 'é' } },
    ]);
  });

  test('an unknown or deleted customer is absent', async () => {
    const customers = tableOf({});
    expect(await match(customers, ['x', ''])).toEqual([{ kind: 'absent' }]);
    customers.rows.set('A', { version: 2, importId: undefined, deletedAt: '2026-11-01T00:00:00.000Z', values: {} });
    expect(await match(customers, ['', ''])).toEqual([{ kind: 'absent' }]);
  });

  test('no drafts make no request', async () => {
    const found = await tableOf({}).bulk(bulkJobOf()).match([], { consistent: false });
    expect(found).toEqual({ matches: [], method: 'batch-get', estimate: undefined });
  });

  test('many drafts are estimated first; customers between them are passed over', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `A${String(n).padStart(3, '0')}`).reverse();
    const customers = tableOf(Object.fromEntries(ids.map((id) => [id, { P021: 'x' }])));
    const drafts = ids.filter((_, n) => n % 2 === 0).map((customerId) => ({ customerId, cells: ['x', ''] }));
    const found = await customers.bulk(bulkJobOf()).match(drafts, { consistent: true });
    expect(found.method).toBe('query');
    expect(found.estimate).toEqual({ fileRows: 150, tableRows: 1_200, itemBytes: 100 });
    expect(found.matches).toEqual(drafts.map(() => ({ kind: 'equal' })));
  });
});
