import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { FAILURE_FILES } from '../../../functions/imports/domain/import-keys.ts';
import { anyImportCase, inTable, PROPERTY_TIMEOUT_MS, runs, uploadOf } from '../../support/import-model-cases.ts';
import { expectAsModel, prepareCase } from '../../support/import-model-check.ts';
import { type ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const FILES = ['log', 'summary', 'sorted', 'insert', 'update', 'failures', ...FAILURE_FILES] as const;
const DRY_RUN_LINE = /^.*: This is a dry run: .*\n/m;

/** The results of an import without times and ids, and without the line that marks a dry run's log. */
async function left(world: ImportWorld, record: Import) {
  const files = await Promise.all(
    FILES.map(async (name) => [name, (await world.bytes(record, name))?.toString('latin1')]),
  );
  const { status, counts, warnings, rejection } = record;
  const texts = JSON.stringify({ status, counts, warnings, rejection, files: Object.fromEntries(files) });
  return JSON.parse(
    texts
      .replaceAll(record.importId, '<id>')
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<time>')
      .replace(/<time>: This is a dry run: [^\\]*\\n/, ''),
  );
}

describe('a dry run', () => {
  test(
    'leaves the files and counts that the real run then gives, and the table as it was',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyImportCase, async (anyCase) => {
          tables += 1;
          const given = inTable(anyCase, `D${String(tables).padStart(5, '0')}`);
          const world = started.world({ limits: given.limits });
          await prepareCase(world, given);
          const before = await world.items(given.table);
          const key = `uploads/${given.table.prefix}/a.csv`;

          const dry = await world.import(key, uploadOf(given), { ...given.metadata, 'dry-run': 'yes' });
          expect(await world.items(given.table)).toEqual(before);
          expect(world.tables.marks.get(given.table.prefix)).toBe(given.mark);
          if (dry.status !== 'rejected') expect(await world.file(dry, 'log')).toMatch(DRY_RUN_LINE);

          const real = await world.import(key, uploadOf(given), given.metadata);
          expect(await left(world, dry)).toEqual(await left(world, real));
          await expectAsModel(world, real, given);
        }),
        runs(20),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  test('is marked in its log, unlike a real run', async () => {
    const { world, table, key } = worldWithTable(started);
    const file = 'Customer ID,Postcode\nA,1\nB,much too long\n';
    const dry = await world.import(key('a.csv'), file, { 'dry-run': 'yes' });
    expect(dry).toMatchObject({ status: 'completed-with-failures', counts: { inserted: 1, failed: 1, total: 2 } });
    expect(await world.file(dry, 'log')).toMatch(
      /Import started -----\n.*: This is a dry run: no customer is written;/,
    );
    expect(await world.file(dry, 'BulkCopy')).toBe('Customer ID,Postcode\nB,much too long\n');
    expect((await world.customers(table)).size).toBe(0);
    const real = await world.import(key('a.csv'), file);
    expect(await world.file(real, 'log')).not.toMatch(DRY_RUN_LINE);
    expect((await world.customers(table)).size).toBe(1);
  });

  test('of a file without Customer IDs reserves none of the numbers that it shows', async () => {
    const { world, table, key } = worldWithTable(started);
    const none = { 'customer-id': 'none' };
    await world.import(key('a.csv'), 'Postcode,Note\n1,a\n2,b\n', { ...none, 'dry-run': 'yes' });
    await world.import(key('a.csv'), 'Postcode,Note\n1,a\n2,b\n', none);
    expect([...(await world.customers(table)).keys()].toSorted()).toEqual([`${table.prefix}_1`, `${table.prefix}_2`]);
  });
});
