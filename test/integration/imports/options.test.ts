import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mapping } from '../../../functions/definitions/index.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { runWorkflow } from '../../support/run-workflow.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const HEADER = 'Customer ID,Postcode\n';

/** A table with customers A and B. */
async function worldWithCustomers(change = {}) {
  const made = worldWithTable(started, {}, change);
  await made.world.import(made.key('first.csv'), `${HEADER}A,1\nB,2\n`);
  const customers = async () => Object.fromEntries(await made.world.customers(made.table));
  return { ...made, customers };
}

describe('the mode of an import', () => {
  test('insert-only adds new customers and does not change existing ones', async () => {
    const { world, key, customers } = await worldWithCustomers();
    const record = await world.import(key('a.csv'), `${HEADER}A,9\nB,2\nC,3\n`, { mode: 'insert-only' });
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 1, ignored: 2, failed: 0, total: 3 });
    expect(await customers()).toEqual({ A: { P018: '1' }, B: { P018: '2' }, C: { P018: '3' } });
    expect(await world.file(record, 'update')).toBe('');
    expect(await world.file(record, 'log')).toContain(': Mode insert-only, ');
  });

  test('update-only updates existing customers; other records fail in differentiate', async () => {
    const { world, key, customers } = await worldWithCustomers();
    const record = await world.import(key('a.csv'), `${HEADER}A,9\nB,2\nC,3\n`, { mode: 'update-only' });
    expect(ImportWorld.counts(record)).toEqual({ updated: 1, inserted: 0, ignored: 1, failed: 1, total: 3 });
    expect(await customers()).toEqual({ A: { P018: '9' }, B: { P018: '2' } });
    expect(await world.file(record, 'Differentiate')).toBe(`${HEADER}C,3\n`);
    expect(await world.file(record, 'log')).toContain(
      'Line 4: No customer has this Customer ID, and the mode of the import is update-only.\nSee s3://',
    );
    expect(await world.file(record, 'failures')).toContain('\r\n4,C,,,,customer.absent,');
  });

  test('update-only never fills an empty table, and needs no required field that it does not change', async () => {
    const fields = [...worldWithTable(started).table.fields, textField('P050', { required: true, label: 'Contract' })];
    const { world, table, key } = worldWithTable(started, {}, { fields });
    const record = await world.import(key('a.csv'), `${HEADER}A,1\n`, { mode: 'update-only' });
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 0, ignored: 0, failed: 1, total: 1 });
    expect((await world.customers(table)).size).toBe(0);
    const rejected = await world.import(key('a.csv'), `${HEADER}A,1\n`);
    expect(rejected.rejection?.code).toBe('file.required-field-missing');
  });

  test('update-only fails a customer that is deleted between comparing and writing', async () => {
    const { world, table, key, customers } = await worldWithCustomers();
    const importId = await world.upload(key('a.csv'), `${HEADER}A,9\nB,9\n`, { mode: 'update-only' });
    let isCompared = false;
    const ports = world.portsThrough(async (name, call) => {
      if (name === 'send UpdateItemCommand' && isCompared) {
        await world.store(table, { customerId: 'A', fields: {}, version: 7, deletedAt: '2027-01-01T00:00:00.000Z' });
      }
      isCompared ||= name === 'send BatchGetItemCommand';
      return call();
    });
    await runWorkflow(ports, world.inputOf(await world.find(importId)));
    const record = await world.find(importId);
    expect(ImportWorld.counts(record)).toEqual({ updated: 1, inserted: 0, ignored: 0, failed: 1, total: 2 });
    expect(await world.file(record, 'failures')).toContain('\r\n2,A,,,,customer.deleted,');
    expect((await customers()).B).toEqual({ P018: '9' });
  });
});

describe('the mapping of an import', () => {
  /** A table whose default definition has the mapping. */
  async function imported(mapping: Mapping, file: string, metadata = {}) {
    const { world, table, key } = worldWithTable(started);
    const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
    const known = { definitionId: 'd1', prefix: table.prefix, name: 'Weekly', version: 3, tableVersion: 1 };
    world.definitions.saved.push({ ...known, ...times, options: { duplicates: 'last' }, mapping, isDefault: true });
    const record = await world.import(key('a.csv'), file, metadata);
    return { world, record, customers: Object.fromEntries(await world.customers(table)) };
  }

  test('feeds fields from columns of any name, replaces values and fills blanks; failures keep the record as it came', async () => {
    const mapping: Mapping = [
      { column: 'kundennummer', field: 'P008' },
      { column: 'PLZ', field: 'P018', values: { '?': '', long: 'far too long' }, default: '0' },
      { column: 3, field: null },
    ];
    const file = 'Kundennummer;plz;Note;P022\nA;1;x;y\nB;?;x;\nC;;x;\nD;long;x;\nA;2;x;\n';
    const { world, record, customers } = await imported(mapping, file);
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 3, ignored: 1, failed: 1, total: 5 });
    expect(customers).toEqual({ A: { P018: '2' }, B: { P018: '0' }, C: { P018: '0' } });
    expect(await world.file(record, 'BulkCopy')).toBe('Kundennummer;plz;Note;P022\nD;long;x;\n');
    expect(await world.file(record, 'failures')).toContain('\r\n5,D,P018,2,far too long,value.too-long,');
    expect(await world.file(record, 'log')).toContain(': Definition Weekly, version 3\n');
  });

  test('is compared in its stored form: a file imported again changes no customer', async () => {
    const { world, table, key } = worldWithTable(started);
    const mapping: Mapping = [
      { column: 1, field: 'P008' },
      { column: 2, field: 'P018', values: { a: 'b' }, default: 'c' },
    ];
    const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
    const known = { definitionId: 'd1', prefix: table.prefix, name: 'Weekly', version: 1, tableVersion: 1 };
    world.definitions.saved.push({ ...known, ...times, options: {}, mapping, isDefault: false });
    const file = 'A|a\nB|\nC|d\n';
    expect(ImportWorld.counts(await world.import(key('a.csv'), file, { definition: 'Weekly' }))).toEqual({
      updated: 0,
      inserted: 3,
      ignored: 0,
      failed: 0,
      total: 3,
    });
    expect(ImportWorld.counts(await world.import(key('a.csv'), file, { definition: 'd1' }))).toEqual({
      updated: 0,
      inserted: 0,
      ignored: 3,
      failed: 0,
      total: 3,
    });
    expect(Object.fromEntries(await world.customers(table))).toEqual({
      A: { P018: 'b' },
      B: { P018: 'c' },
      C: { P018: 'd' },
    });
  });

  test.each<[name: string, mapping: Mapping, file: string, code: string, reason: RegExp]>([
    [
      'a column that the header row has not',
      [{ column: 'Ort', field: 'P018' }],
      `${HEADER}A,1\n`,
      'mapping.unknown-column',
      /names the column "Ort", .* It has "Customer ID", "Postcode"\./,
    ],
    [
      'a position beyond the header row',
      [{ column: 3, field: 'P018' }],
      `${HEADER}A,1\n`,
      'mapping.unknown-column',
      /names column 3, but the header row has 2 columns/,
    ],
    [
      'a column that the header row has twice',
      [{ column: 'x', field: 'P018' }],
      'P008,x,X\nA,1,2\n',
      'mapping.ambiguous-column',
      /columns 2 and 3\. Name them by position/,
    ],
    [
      'a column by name and by position',
      [
        { column: 'x', field: 'P018' },
        { column: 2, field: 'P021' },
      ],
      'P008,x\nA,1\n',
      'mapping.repeated-column',
      /column 2 twice, as the column "x" and as column 2/,
    ],
    [
      'a field that the table has not',
      [{ column: 2, field: 'P999' }],
      `${HEADER}A,1\n`,
      'mapping.unknown-field',
      /column 2 to field P999, which CRM table B\d+ does not have/,
    ],
    [
      'a field from two columns',
      [
        { column: 1, field: 'P018' },
        { column: 2, field: 'P018' },
      ],
      `${HEADER}A,1\n`,
      'mapping.repeated-field',
      /both column 1 and column 2 to field P018/,
    ],
    [
      'a field that another header cell names',
      [{ column: 'x', field: 'P018' }],
      'P008,x,Postcode\nA,1,2\n',
      'file.repeated-column',
      /Column 3 .* names field P018 a second time/,
    ],
    [
      'other Customer IDs',
      [{ column: 1, field: 'P008', default: 'A' }],
      `${HEADER}A,1\n`,
      'mapping.customer-id-changed',
      /values, a default or a date form for column 1, the Customer ID/,
    ],
    [
      'a date form of a text',
      [
        { column: 1, field: 'P008' },
        { column: 2, field: 'P018', dateForm: 'day-first' },
      ],
      `${HEADER}A,1\n`,
      'mapping.date-form',
      /a date form for column 2, but field P018 \(Postcode\) is no date/,
    ],
    [
      'no Customer ID',
      [{ column: 1, field: null }],
      `${HEADER}A,1\n`,
      'file.no-customer-id',
      /No column of the file is the Customer ID/,
    ],
    [
      'fewer columns than the file has',
      [
        { column: 1, field: 'P008' },
        { column: 2, field: 'P018' },
      ],
      'A,1,2\n',
      'file.no-usable-header',
      /3 columns where the mapping has 2/,
    ],
  ])('that names %s rejects the file', async (...[, mapping, file, code, reason]) => {
    const { record } = await imported(mapping, file);
    expect(record).toMatchObject({ status: 'rejected', rejection: { code, reason: expect.stringMatching(reason) } });
  });

  test('by header cells contradicts "header: no"', async () => {
    const { record } = await imported([{ column: 'x', field: 'P008' }], 'x\nA\n', { header: 'no' });
    expect(record.rejection).toMatchObject({ code: 'mapping.no-header' });
  });
});

test('strict fields reject, in this import, what cannot be parsed', async () => {
  const { world, table, key } = worldWithTable(started, {}, { fields: [...voucim().fields] });
  const file = 'Customer ID,Phone,E-mail\nA,001 234 4444,nobody\nB,020 7946 0018,b@example.com\n';
  const strict = await world.import(key('a.csv'), file, { 'strict-fields': 'P012' });
  expect(ImportWorld.counts(strict)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 1, total: 2 });
  expect(await world.file(strict, 'log')).toContain('Field P012 value (001 234 4444) is not a telephone number.\n');
  expect(ImportWorld.counts(await world.import(key('b.csv'), file))).toEqual({
    updated: 0,
    inserted: 1,
    ignored: 1,
    failed: 0,
    total: 2,
  });
  expect((await world.customers(table)).get('A')).toEqual({ P012: '001 234 4444', P019: 'nobody' });
});
