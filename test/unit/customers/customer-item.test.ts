import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CustomerCheck } from '../../../functions/customers/domain/check-customer.ts';
import { CustomerLayout, originOf } from '../../../functions/customers/dynamodb/customer-item.ts';
import {
  editInput,
  insertStatement,
  replaceInput,
  updateInput,
} from '../../../functions/customers/dynamodb/write-item.ts';
import { bulkJobOf, prepared } from '../../support/bulk-job.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { voucim } from '../../support/published-table.ts';

const table = voucim({
  prefix: 'VOUCIM',
  shardCount: 1,
});
const columns = table.fields.filter(({ code }) => ['P010', 'P011', 'P012'].includes(code));
const job = bulkJobOf({ table, columns, fence: 7 });
const layout = new CustomerLayout(job, originOf(job));
const bulk = new MemoryCustomers().bulk(job);

describe('a stored customer', () => {
  test('has keys, and fields by code', () => {
    expect(layout.item(prepared(bulk, 'insert', 'A', ['Zoë', ' Ångström  Smith', '020 7946 0018']))).toEqual({
      PK: { S: 'CUSTOMER#VOUCIM#0' },
      SK: { S: 'A' },
      version: { N: '1' },
      importId: { S: 'import-1' },
      fence: { N: '7' },
      P010: { S: 'Zoë' },
      P011: { S: ' Ångström  Smith' },
      P012: { S: '020 7946 0018' },
    });
  });

  test('is checked and laid out without an import, for a writer that gives some of its fields', () => {
    const fields = { table, columns: columns.filter(({ code }) => code === 'P012'), blank: 'keep' as const };
    const checked = new CustomerCheck(fields).check('update', 'A', ['020 7946 0018']);
    if (checked.rejected) throw new Error('The customer is rejected');
    expect(new CustomerLayout(fields).item(checked, 2)).toEqual({
      PK: { S: 'CUSTOMER#VOUCIM#0' },
      SK: { S: 'A' },
      version: { N: '2' },
      P012: { S: '020 7946 0018' },
    });
    expect(new CustomerCheck(fields).check('update', 'A', ['none'])).toMatchObject({
      warnings: [{ fieldCode: 'P012', code: 'value.unparsed-telephone' }],
    });
  });

  test('blank values have no attribute', () => {
    const item = layout.item(prepared(bulk, 'insert', 'A', ['', '', 'none']));
    expect(new Set(Object.keys(item))).toEqual(new Set(['P012', 'PK', 'SK', 'fence', 'importId', 'version']));
  });

  test('has no NUL in its keys, and they fit, whatever the values are', async () => {
    const anyValue = fc.string({
      unit: fc.constantFrom('a', '#', '\u0001', '客', 'ﷺ', '\u0345'),
      minLength: 1,
      maxLength: 100,
    });
    await fc.assert(
      fc.asyncProperty(anyValue, anyValue, async (customerId, value) => {
        const item = layout.item(prepared(bulk, 'insert', customerId.slice(0, 80), ['', value, value]));
        const keys = ['PK', 'SK'].flatMap((name) => item[name]?.S ?? []);
        expect(keys.filter((key) => key.includes('\0') || key === '' || Buffer.byteLength(key) > 1_024)).toEqual([]);
      }),
    );
  });

  test('is read back as written, including tombstones', () => {
    expect(layout.stored(layout.item(prepared(bulk, 'insert', 'A', ['x', '', '1'])))).toEqual({
      customerId: 'A',
      version: 1,
      importId: 'import-1',
      fence: 7,
      deletedAt: undefined,
      cells: ['x', '', '1'],
    });
    const tombstone = { SK: { S: 'A' }, version: { N: '3' }, deletedAt: { S: '2026-01-01T00:00:00.000Z' } };
    expect(layout.stored(tombstone)).toMatchObject({
      version: 3,
      deletedAt: '2026-01-01T00:00:00.000Z',
      importId: undefined,
      fence: 0,
    });
  });

  test('an item that is not a customer is rejected', () => {
    expect(() => layout.stored({ SK: { S: 'A' } })).toThrow('not a customer');
    expect(() => layout.stored({ SK: { S: 'A' }, version: { N: '1' }, P010: { N: '5' } })).toThrow('not a text');
    expect(() => layout.stored({ SK: { S: 'A' }, version: { N: '1' }, fence: { N: '1.5' } })).toThrow('not a customer');
  });
});

describe('the requests that write it', () => {
  const customer = prepared(bulk, 'update', 'A', ['x', '', '']);

  test('insert an item that must not exist', () => {
    expect(insertStatement('customers', layout, customer)).toEqual({
      Statement: `INSERT INTO "customers" VALUE {'PK':?,'SK':?,'version':?,'importId':?,'fence':?,'P010':?}`,
      Parameters: [{ S: 'CUSTOMER#VOUCIM#0' }, { S: 'A' }, { N: '1' }, { S: 'import-1' }, { N: '7' }, { S: 'x' }],
    });
  });

  test('an update sets and removes, if version and fence still hold', () => {
    expect(updateInput('customers', layout, originOf(job), customer, 4)).toEqual({
      TableName: 'customers',
      Key: { PK: { S: 'CUSTOMER#VOUCIM#0' }, SK: { S: 'A' } },
      UpdateExpression:
        'SET #version = :next, importId = :import, fence = :fence, i5 = :line, P010 = :P010 REMOVE P011, P012',
      ConditionExpression: '#version = :read AND (attribute_not_exists(fence) OR fence <= :fence)',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: {
        ':read': { N: '4' },
        ':next': { N: '5' },
        ':import': { S: 'import-1' },
        ':fence': { N: '7' },
        ':line': { B: expect.anything() },
        ':P010': { S: 'x' },
      },
    });
  });

  test('an update that keeps what a blank cell leaves removes nothing', () => {
    const keep = new CustomerLayout({ ...job, blank: 'keep' }, originOf(job));
    const unreadable = prepared(bulk, 'update', 'A', ['', '', 'none']);
    expect(updateInput('customers', keep, originOf(job), unreadable, 4).UpdateExpression).toBe(
      'SET #version = :next, importId = :import, fence = :fence, i5 = :line, P012 = :P012',
    );
  });

  test('the write of the second version keeps the import of the first one', () => {
    expect(updateInput('customers', layout, originOf(job), customer, 1)).toMatchObject({
      UpdateExpression: expect.stringContaining('i2 = :line, i1 = if_not_exists(importId, :none), P010 = :P010'),
      ExpressionAttributeValues: { ':none': { NULL: true } },
    });
    const edited = (version: number, importId?: string) =>
      editInput('customers', new CustomerLayout({ table, columns, blank: 'clear' }), customer, { version, importId });
    expect(edited(1, 'import-0').UpdateExpression).toMatch(/^SET #version = :next, i1 = importId, P010/);
    for (const other of [edited(1), edited(2, 'import-0')])
      expect(other.UpdateExpression).toMatch(/^SET #version = :next, P010/);
  });

  test('a replacement needs the tombstone that was read', () => {
    expect(replaceInput('customers', layout, originOf(job), customer, 4)).toMatchObject({
      Item: { version: { N: '5' }, importId: { S: 'import-1' }, fence: { N: '7' }, P010: { S: 'x' } },
      ConditionExpression:
        '#version = :read AND (attribute_not_exists(fence) OR fence <= :fence) AND attribute_exists(deletedAt)',
      ExpressionAttributeValues: { ':read': { N: '4' }, ':fence': { N: '7' } },
    });
  });
});
