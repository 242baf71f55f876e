import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Import } from '../../functions/imports/domain/import.ts';
import { importKeys, workKeys } from '../../functions/imports/domain/import-keys.ts';
import { type FailureFileName, modelImport } from './import-model.ts';
import type { ImportCase } from './import-model-cases.ts';
import type { ImportWorld } from './import-world.ts';

const FAILURE_FILES: readonly FailureFileName[] = [
  'BulkCopy',
  'Differentiate',
  'DifferentiateBulkCopy',
  'DifferentiateUpdate',
];

/** Publishes the case's table and fills it with what was there before. */
export async function prepareCase(world: ImportWorld, given: ImportCase): Promise<void> {
  const { table, stored, mark } = given;
  saveMapping(world, given);
  world.tables.publish(table);
  world.tables.marks.set(table.prefix, mark);
  for (const customer of stored) await world.store(table, customer);
}

/** Saves the definition that the case's metadata name. */
export function saveMapping(world: ImportWorld, { metadata, mapping, table }: ImportCase): void {
  const { definition } = metadata;
  if (!definition) return;
  world.definitions.saved.push({
    definitionId: definition,
    prefix: table.prefix,
    name: definition,
    options: {},
    mapping,
    isDefault: false,
    version: 1,
    tableVersion: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });
}

/** The number from which Customer IDs were generated: a run that was cut off may have left a gap in front of it. */
async function firstGenerated(world: ImportWorld, { prefix, importId }: Import, { mark }: ImportCase): Promise<number> {
  const key = workKeys(prefix, importId).work('path', 0);
  if (!(await world.bucket.head(key))) return mark + 1;
  const path = JSON.parse(Buffer.from(await world.bucket.read(key)).toString());
  return path.firstGenerated ?? mark + 1;
}

/** Compares everything that an import left with what the contract says. */
export async function expectAsModel(world: ImportWorld, record: Import, given: ImportCase): Promise<void> {
  const input = {
    ...given,
    importId: record.importId,
    startedAt: record.startedAt ?? '',
    firstGenerated: await firstGenerated(world, record, given),
  };
  const expected = modelImport(input);
  const items = await world.items(given.table);
  if (!expected) {
    expect({ status: record.status, counts: record.counts }).toEqual({ status: 'rejected' });
    expect(record.refusal?.reason).toMatch(/\.$/);
    expect(items).toEqual(new Map(given.stored.map((customer) => [customer.customerId, plain(customer)])));
    expect(await world.file(record, 'log')).toContain(record.refusal?.reason);
    return;
  }
  expect(record).toMatchObject({
    status: expected.counts.failed > 0 ? 'completed-with-failures' : 'completed',
    counts: expected.counts,
  });
  expect(items).toEqual(new Map([...expected.customers].map(([id, customer]) => [id, plain(customer)])));
  await expectFiles(world, record, expected);
  const highest = Math.max(0, ...[...items.keys()].map((id) => numberOf(id, given.table.prefix)));
  const written = [...items.values()].some(({ importId }) => importId === record.importId);
  if (written && given.stored.length === 0) {
    expect(world.tables.marks.get(given.table.prefix)).toBeGreaterThanOrEqual(highest);
  }
}

const numberOf = (id: string, prefix: string): number =>
  id.startsWith(`${prefix}_`) && /^\d+$/.test(id.slice(prefix.length + 1)) ? Number(id.slice(prefix.length + 1)) : 0;

async function expectFiles(
  world: ImportWorld,
  record: Import,
  expected: NonNullable<ReturnType<typeof modelImport>>,
): Promise<void> {
  const binary = async (name: Parameters<ImportWorld['bytes']>[1]) =>
    (await world.bytes(record, name))?.toString('latin1');
  expect(await binary('sorted')).toBe(expected.sorted);
  expect(await binary('insert')).toBe(expected.insert);
  expect(await binary('update')).toBe(expected.update);
  for (const name of FAILURE_FILES) expect([name, await binary(name)]).toEqual([name, expected.failed[name]]);

  const reasons = await readReasons(world, record);
  expect(reasons).toHaveLength(expected.reasons.length);
  expect(new Set(reasons)).toEqual(new Set(expected.reasons));
  const log = (await world.file(record, 'log')) ?? '';
  expect(log.split(' for invalid lines\n')).toHaveLength(expected.reasons.length + 1);
  const { failed, total } = expected.counts;
  const ending = failed === 0 ? 'successfully' : `with failures: ${failed} of ${total} records failed`;
  expect(log.trimEnd().split('\n').at(-1)).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d: -+ Import finished ${ending} -+$`),
  );
  // Nothing of a customer can make a line of its own: every line is one that the import writes.
  for (const line of log.split('\n')) {
    expect(line).toMatch(
      /^(|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d: .*|Line \d+: .*|Field P\d{3} .*|See s3:.* for invalid lines)$/,
    );
  }
  expect(await world.file(record, 'summary')).toContain(`Total Customers: ${total},\n`);
}

/** Line, field, column, code and file of each line of `failures.csv`. */
async function readReasons(world: ImportWorld, record: Import): Promise<string[]> {
  const text = await world.file(record, 'failures');
  if (text === undefined) return [];
  const [header, ...lines] = parse(text, { record_delimiter: '\r\n' }) as string[][];
  expect(header).toEqual(['Line', 'Customer ID', 'Field', 'Column', 'Value', 'Code', 'Reason', 'File']);
  const { failed, folder } = importKeys(record.prefix, record.importId, record.fileName);
  const names = new Map(Object.entries(failed).map(([name, key]) => [key.slice(folder.length), name]));
  return lines.map(([line, , field, column, , code, , file]) =>
    [line, field, column, code, names.get(file ?? '') ?? file].join('|'),
  );
}

const plain = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));
