import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { executionName } from '../../../functions/imports/domain/import.ts';
import { cancelImport } from '../../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { watchIndexes } from '../../../functions/imports/use-cases/lifecycle/watch-indexes.ts';
import {
  blockPartition,
  bucketOf,
  customerSearch,
  DynamoSearchHeads,
  entriesOf,
  indexReader,
  requireGeneration,
  termsOfField,
} from '../../../functions/search/index.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { type ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { StartedWorkflows } from '../../support/import-world-memory.ts';
import { testOrigin } from '../../support/origin.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { runIndexDefinition } from '../../support/run-definition.ts';
import { callIndexStep, runWorkflow } from '../../support/run-workflow.ts';

const SEARCHED = { search: true, insert: true, modify: true, result: false };
const ROWS = 1_000;

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function worldWithTable() {
  tables += 1;
  const fields = [
    ...voucim().fields.filter(({ code }) => code === 'P008'),
    textField('P003', { label: 'Surname', flags: SEARCHED }),
    textField('P004', { label: 'Telephone', type: 'telephone', flags: SEARCHED }),
    textField('P005', { label: 'Note' }),
  ];
  const table = voucim({ prefix: `G${String(tables).padStart(5, '0')}`, fields, shardCount: 4 });
  const world = started.world();
  world.tables.publish(table);
  return { world, table, jobs: new StartedWorkflows() };
}
type Tested = ReturnType<typeof worldWithTable>;

const line = (n: number, surname = `Smith${n % 9}`): string => `N${n},${surname},+4420794${String(60_000 + n)}\n`;
const file = (from: number, to: number): string =>
  ['Customer ID,Surname,Telephone\n', ...Array.from({ length: to - from }, (_, at) => line(from + at))].join('');

const upload = ({ world, table }: Tested, name: string, body: string) =>
  world.import(`uploads/${table.prefix}/${name}`, body);

/** The customers that a search of the index finds by a field. */
async function found({ table }: Tested, code: string, text: string): Promise<string[]> {
  const { client, controlTable, searchTable } = started.engine;
  const heads = new DynamoSearchHeads(client, controlTable);
  const index = await customerSearch({ heads, reader: indexReader(client, searchTable) }).open(table.prefix);
  const field = table.fields.find((each) => each.code === code);
  if (!field) throw new Error(`There is no field ${code}`);
  const { customerIds } = await index.find(termsOfField(field, text, table.defaultCountry), undefined, 2_000);
  return [...new Set(customerIds)].sort();
}

/** Starts the jobs that are due, and runs them. @returns how many of them were for this table */
async function runJobs({ world, table, jobs }: Tested): Promise<number> {
  await watchIndexes({ ...world.ports, indexJobs: jobs });
  let ran = 0;
  for (const [name, input] of jobs.started) {
    if (jobs.ended.has(name)) continue;
    await runIndexDefinition(input, (step, event) => callIndexStep(world.ports, step, event), 1);
    jobs.ended.add(name);
    if (input.prefix === table.prefix) ran += 1;
  }
  return ran;
}

function pass(world: ImportWorld, seconds: number): void {
  const { stepMs } = world;
  world.stepMs = seconds * 1000;
  world.ports.clock.now();
  world.stepMs = stepMs;
}

const scanned = async ({ world, table }: Tested, of: PublishedTable = table): Promise<number> =>
  [...(await world.customers(table))].flatMap(([id, values]) => entriesOf(of, id, values)).length;

describe('the customers of an import', () => {
  test('are in a generation when a large import ends, and single entries of a small one come before it', async () => {
    const tested = worldWithTable();
    const { world, table } = tested;
    const record = await upload(tested, 'large.csv', file(0, ROWS));
    expect([record.status, record.rejection]).toEqual(['completed', undefined]);
    const head = await world.ports.heads.find(table.prefix);
    expect(head).toMatchObject({ live: 1, marks: [], customers: ROWS, entries: await scanned(tested) });
    expect(await found(tested, 'P003', 'smith4')).toHaveLength(Math.floor(ROWS / 9));
    expect(await found(tested, 'P004', '020 7946 0123')).toEqual(['N123']);
    const small = `Customer ID,Surname,Telephone\n${line(3, 'Jones')}NEW,Newcomer,\n`;
    await upload(tested, 'small.csv', small);
    expect(await found(tested, 'P003', 'jones')).toEqual(['N3']);
    expect(await found(tested, 'P003', 'newcomer')).toEqual(['NEW']);
    expect((await world.ports.heads.find(table.prefix)).sequence).toBe(1);
  });

  test('come into the index by a job when a large import was cancelled, whether or not it is resumed', async () => {
    const tested = worldWithTable();
    const { world, table } = tested;
    const importId = await world.upload(`uploads/${table.prefix}/a.csv`, file(0, ROWS));
    const ports = world.portsThrough(async (name, call) => {
      if (name.startsWith('create') && name.includes('/bulk-copy/0')) {
        await cancelImport(world.ports, importId, testOrigin());
      }
      return call();
    });
    await runWorkflow(ports, world.inputOf(await world.find(importId)));
    const record = await world.find(importId);
    world.workflow.ended.add(executionName(record));
    expect(record.status).toBe('cancelled');
    expect((await world.ports.heads.find(table.prefix)).marks).toEqual([`${importId}#${record.fence}`]);
    expect((await world.customers(table)).size).toBeGreaterThan(0);
    expect(await runJobs(tested)).toBe(1);
    const head = await world.ports.heads.find(table.prefix);
    expect(head).toMatchObject({ marks: [], job: undefined, entries: await scanned(tested) });
  });
});

test('a field that becomes searchable is missing until a job has written the index; older items go after five minutes', async () => {
  const tested = worldWithTable();
  const { world, table } = tested;
  await upload(
    tested,
    'large.csv',
    `Customer ID,Surname,Note\n${Array.from({ length: 2_000 }, (_, n) => `N${n},Smith,note${n}\n`).join('')}`,
  );
  const version = { ...table, version: 2, publishedAt: world.ports.clock.now().toISOString() };
  const fields = table.fields.map((field) => (field.code === 'P005' ? { ...field, flags: SEARCHED } : field));
  const next = { ...version, fields };
  const { client, controlTable, searchTable } = started.engine;
  await new ControlTable(client, controlTable).write([requireGeneration(next, ['P005'], 'never')]);
  world.tables.publish(next);
  expect(await world.ports.heads.find(table.prefix)).toMatchObject({ missing: ['P005#2'], wanted: 2 });
  expect(await runJobs(tested)).toBe(0);
  pass(world, 31);
  expect(await runJobs(tested)).toBe(1);
  const head = await world.ports.heads.find(table.prefix);
  expect(head).toMatchObject({ live: 2, missing: [], wanted: undefined, cleanDue: 2, entries: 4_000 });
  expect(await found({ ...tested, table: next }, 'P005', 'note1717')).toEqual(['N1717']);
  const isEmpty = async (generation: number) => {
    const partition = blockPartition(table.prefix, 'W', generation, bucketOf('smith'));
    return (await indexReader(client, searchTable).blocks(partition, '', 1)).length === 0;
  };
  expect([await isEmpty(1), await isEmpty(2)]).toEqual([false, false]);
  pass(world, 3_600);
  expect(await runJobs(tested)).toBe(1);
  expect([await isEmpty(1), await isEmpty(2)]).toEqual([true, false]);
  expect(await world.ports.heads.due()).not.toContain(table.prefix);
  expect(await runJobs(tested)).toBe(0);
});
