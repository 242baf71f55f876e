import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

const FILE = readFileSync(join(import.meta.dirname, '../../support/cases/25-metadata-dryrun.csv'));

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

async function importWith(metadata: Record<string, string>) {
  const { world, table, key } = worldWithTable(started, {}, { fields: voucim().fields });
  const record = await world.import(key('25-metadata-dryrun.csv'), FILE, metadata);
  return { record, customers: (await world.customers(table)).size };
}

describe('an upload whose metadata spells an option in another way (case 25)', () => {
  test.each(['dryrun', 'dry_run', 'dry-run'])('is a dry run with %s=yes: no customer is written', async (name) => {
    const { record, customers } = await importWith({ [name]: 'yes' });
    expect(record.status).toBe('completed');
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 });
    expect(customers).toBe(0);
  });

  test.each([
    [{ 'import-mode': 'insert-only' }, 'import-mode is not an option. Did you mean mode?'],
    [{ 'dry-rn': 'yes' }, 'dry-rn is not an option. Did you mean dry-run?'],
    [{ 'csv-dry-run': 'yes' }, 'csv-dry-run is not an option. Did you mean dry-run?'],
    [
      { definition: '=?utf-8?q?N=C3=A4chtlich?=' },
      /^CRM table \w+ has no import definition with the name or id "Nächtlich"\.$/,
    ],
  ])('is rejected with %j, and named', async (metadata, message) => {
    const { record, customers } = await importWith(metadata);
    const reason = typeof message === 'string' ? `The import options of the file are wrong. ${message}` : message;
    expect(record.status).toBe('rejected');
    expect(record.rejection?.reason).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
    expect(customers).toBe(0);
  });

  test('is not a dry run because of metadata of other tools', async () => {
    const { record, customers } = await importWith({ mtime: '1764450000', mode: '33188', 's3cmd-attrs': 'uid:0' });
    expect(record.status).toBe('completed');
    expect(customers).toBe(1);
  });
});
