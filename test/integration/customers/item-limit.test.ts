import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CustomerLayout, originOf } from '../../../functions/customers/dynamodb/customer-item.ts';
import { itemBytes } from '../../../functions/customers/dynamodb/item-size.ts';
import { bulkJobOf, prepared } from '../../support/bulk-job.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { CustomersTable } from './customers-table.ts';

const LIMIT = 409_600;
/** Engines differ by some bytes in where UpdateItem finds an item too large. */
const MARGIN = 1_000;
const longFields = Array.from({ length: 14 }, (_, n) => textField(`P0${n + 21}`, { maxLength: 32_000 }));
const job = bulkJobOf({ table: voucim({ prefix: 'LARGE', fields: [...voucim().fields.slice(0, 1), ...longFields] }) });

let dynamo: TestDynamo;
let table: CustomersTable;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  table = new CustomersTable(dynamo);
});

afterAll(() => dynamo.stop());

/** Cells of a customer whose item has this size. */
function cellsOf(customerId: string, bytes: number, letter = 'x'): string[] {
  const empty = itemBytes(
    new CustomerLayout(job, originOf(job)).item(
      prepared(table.customers.bulk(job), 'insert', customerId, new Array<string>(14).fill('')),
    ),
  );
  const letterBytes = Buffer.byteLength(letter);
  let room = bytes - empty;
  return longFields.map(() => {
    const own = Math.max(0, Math.min(32_000 * letterBytes, room - 4));
    room -= own === 0 ? 0 : own + 4;
    return letter.repeat(Math.floor(own / letterBytes)) + 'x'.repeat(own % letterBytes);
  });
}

describe('the limit of 400 KB for an item', () => {
  test.each(['x', 'é'])('of %s: the last byte that fits is written, and the engine agrees', async (letter) => {
    const fits = cellsOf(`fits ${letter}`, LIMIT, letter);
    expect(await table.insert(job, [[`fits ${letter}`, ...fits]])).toEqual({ [`fits ${letter}`]: 'inserted' });
  });

  test('rejects one byte more before the write, as the engine does', async () => {
    const bulk = table.customers.bulk(job);
    const over = cellsOf('over', LIMIT + 1);
    const reason = 'The customer would be larger than 400 KB, the most that can be stored. Shorten the values.';
    expect(bulk.prepare('insert', 'over', over)).toMatchObject({ rejected: [{ code: 'item.too-large', reason }] });

    const unchecked = { ...prepared(bulk, 'insert', 'over', cellsOf('over', 1_000)), cells: over };
    const outcomes: unknown[] = [];
    await bulk.insert(
      [unchecked, prepared(bulk, 'insert', 'small', cellsOf('small', 1_000))],
      ({ customerId }, outcome) => outcomes.push([customerId, outcome]),
    );
    expect(outcomes).toEqual(
      expect.arrayContaining([
        ['small', { kind: 'inserted' }],
        ['over', { kind: 'failed', problems: [expect.objectContaining({ code: 'item.too-large', reason })] }],
      ]),
    );
  });

  test('an update that would make a customer too large fails its record', async () => {
    const [first, ...others] = longFields;
    if (!first) throw new Error('no fields');
    const [cell = '', ...cells] = cellsOf('grows', LIMIT - MARGIN);
    await table.insert({ ...job, columns: others }, [['grows', ...cells]]);
    const narrow = { ...job, importId: 'import-2', columns: [first] };
    expect(await table.update(narrow, [['grows', cell]], 1)).toEqual({ grows: 'updated' });
    const last = { ...job, importId: 'import-3', columns: longFields.slice(-1) };
    expect(await table.update(last, [['grows', 'x'.repeat(2 * MARGIN)]], 2)).toEqual({ grows: 'item.too-large' });
  });

  test('many large customers are written and read', async () => {
    const ids = Array.from({ length: 45 }, (_, n) => `many ${String(n).padStart(2, '0')}`).reverse();
    const records = ids.map((id) => [id, ...cellsOf(id, LIMIT)] as const);
    expect(new Set(Object.values(await table.insert(job, records)))).toEqual(new Set(['inserted']));
    const drafts = records.map(([customerId, ...cells]) => ({ customerId, cells }));
    const { matches } = await table.customers.bulk(job).match(drafts, { consistent: false });
    expect(new Set(matches.map(({ kind }) => kind))).toEqual(new Set(['equal']));
  });
});
