import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { escapeControls } from '../../functions/crm-tables/index.ts';
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

/** Publishes the case's table and fills it with its earlier customers. */
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
  const key = workKeys(prefix, importId).work('route', 0);
  if (!(await world.bucket.head(key))) return mark + 1;
  const route = JSON.parse(Buffer.from(await world.bucket.read(key)).toString());
  return route.firstGenerated ?? mark + 1;
}

/** Compares all results of an import with the contract. */
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
    expect(record.rejection?.reason).toMatch(/\.$/);
    expect(items).toEqual(new Map(given.stored.map((customer) => [customer.customerId, plain(customer)])));
    expect(await world.file(record, 'log')).toContain(record.rejection?.reason);
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

  await expectProblems(world, record, expected);
  await expectChanges(world, record, expected);
  const log = (await world.file(record, 'log')) ?? '';
  expect(log.split(' for invalid lines\n')).toHaveLength(expected.reasons.length + 1);
  const { failed, total } = expected.counts;
  const ending = failed === 0 ? 'successfully' : `with failures: ${failed} of ${total} records failed`;
  expect(log.trimEnd().split('\n').at(-1)).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d: -+ Import finished ${ending} -+$`),
  );
  // Data of a customer must not add lines: every line is one that the import writes.
  for (const line of log.split('\n')) {
    expect(line).toMatch(
      /^(|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d: .*|Line \d+: .*|Field P\d{3} .*|See s3:.* for invalid lines)$/,
    );
  }
  expect(await world.file(record, 'summary')).toContain(`Total Customers: ${total},\n`);
}

/** `failures.csv` and `warnings.csv`: the lines, their order, and the counts of them in the record. */
async function expectProblems(
  world: ImportWorld,
  record: Import,
  expected: NonNullable<ReturnType<typeof modelImport>>,
): Promise<void> {
  const { failed, folder } = importKeys(record.prefix, record.importId, record.fileName);
  const names = new Map(Object.entries(failed).map(([name, key]) => [key.slice(folder.length), name]));
  const failures = await readProblems(world, record, 'failures');
  const warnings = await readProblems(world, record, 'warnings');
  const reasons = failures.map(({ text, file }) => `${text}|${names.get(file) ?? file}`);
  expect(ordered(reasons)).toEqual(ordered(expected.reasons));
  expect(ordered(warnings.map(({ text }) => text))).toEqual(ordered(expected.warnings));
  for (const { file } of warnings) expect(file).toBe(record.fileName);
  expect(record.warnings).toBe(warnings.length);
  expect(record.warningCodes).toEqual(codesOf(warnings));
  expect(record.failureCodes).toEqual(codesOf(failures));
}

/** `before.jsonl` has a line for each update, in the order of the sorted file; `changes.csv` one for each value, by line. */
async function expectChanges(
  world: ImportWorld,
  record: Import,
  { changes }: NonNullable<ReturnType<typeof modelImport>>,
): Promise<void> {
  const before = await world.file(record, 'before');
  const lines = before?.split('\n').filter((line) => line !== '') ?? [];
  expect(lines.map((line) => JSON.parse(line))).toEqual(changes);
  const expected = changes.flatMap(({ line, before, after }) =>
    Object.keys(before).map((code) => [line, code, shownIn(before[code]), shownIn(after[code])].join('|')),
  );
  expect(ordered(await readChanges(world, record))).toEqual(ordered(expected));
}

const shownIn = (value: string | null | undefined): string => {
  const shown = escapeControls(value ?? '');
  return /^[=+\-@\t]/.test(value ?? '') ? `'${shown}` : shown;
};

/** The line, the field, and both values of each line of `changes.csv`; its lines stand in the order of the source. */
async function readChanges(world: ImportWorld, record: Import): Promise<string[]> {
  const text = await world.file(record, 'changes');
  if (text === undefined) return [];
  const [header, ...lines] = parse(text, { record_delimiter: '\r\n', bom: true }) as string[][];
  expect(header).toEqual(['Line', 'Customer ID', 'Field', 'Label', 'Old value', 'New value']);
  const numbers = lines.map(([line]) => Number(line));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  return lines.map(([line, , code, , before, after]) => [line, code, before, after].join('|'));
}

const ordered = (texts: readonly string[]): string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));

interface ReadProblem {
  /** Line, field, column and code. */
  readonly text: string;
  readonly line: number;
  readonly code: string;
  readonly file: string;
}

async function readProblems(world: ImportWorld, record: Import, name: 'failures' | 'warnings'): Promise<ReadProblem[]> {
  const text = await world.file(record, name);
  if (text === undefined) return [];
  expect(text.startsWith('\uFEFF')).toBe(!/^[\0-\x7f]*$/.test(text.replace(/^\uFEFF/, '')));
  const [header, ...lines] = parse(text, { record_delimiter: '\r\n', bom: true }) as string[][];
  expect(header).toEqual(['Line', 'Customer ID', 'Field', 'Column', 'Value', 'Code', 'Reason', 'File']);
  expect(lines).not.toEqual([]);
  const read = lines.map(([line = '', , field = '', column = '', , code = '', , file = '']) => ({
    text: [line, field, column, code].join('|'),
    line: Number(line),
    code,
    file,
  }));
  const numbers = read.map(({ line }) => line);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  return read;
}

function codesOf(problems: readonly ReadProblem[]): Record<string, number> | undefined {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return problems.length > 0 ? counts : undefined;
}

const plain = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));
