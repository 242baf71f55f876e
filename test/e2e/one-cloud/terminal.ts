import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { FakeTerminal } from '../../unit/cli/support/fake-terminal.ts';
import { cloud } from './cloud.ts';

let terminal: FakeTerminal;

/** Runs one command line with the cloud of this test as the embedded cloud. */
async function switchboard(...args: string[]): Promise<number> {
  const { api, issuer } = cloud.cloud.endpoints;
  terminal = new FakeTerminal();
  terminal.env.SWITCHBOARD_DATA_DIR = terminal.cwd;
  await writeFile(join(terminal.cwd, 'endpoints.json'), JSON.stringify({ api, issuer }));
  return terminal.run(...args);
}

const sample = join(import.meta.dirname, '../../../samples/VoucherID.csv');
const document = () => JSON.parse(terminal.printed);

describe('the terminal, with nothing but a booted cloud', () => {
  beforeAll(() => cloud.publish('TERM'));

  test('shows the detected format of a file', async () => {
    expect(await switchboard('preview', sample, '--table', 'TERM')).toBe(0);
    expect(terminal.printed).toMatch(/^utf-8, comma between cells, no header row, .*Customer ID found\n/);
    expect(terminal.printed).toMatch(/P018 {3}Postcode/);
  });

  test("imports the manual's example: 30 inserted, 4 failed, exit code 2", async () => {
    expect(await switchboard('import', sample, '--table', 'term', '--json')).toBe(2);
    expect(document()).toMatchObject({
      status: 'completed-with-failures',
      counts: { updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 },
    });
    expect(terminal.printed).not.toContain('X-Amz-Signature');
    expect(terminal.noted).toBe('');
  });

  test('lists it, and stores its files as they are', async () => {
    expect(await switchboard('imports', '--json')).toBe(0);
    const [{ importId }] = document().items;
    expect(await switchboard('files', importId, '--download', 'results')).toBe(0);
    const folder = join(terminal.cwd, 'results');
    expect((await readdir(folder)).toSorted()).toEqual([
      'VoucherID.csv.failures.csv',
      'VoucherID.csv.log.BulkCopy.txt',
      'VoucherID.csv.log.txt',
      'VoucherID.csv.sorted.txt',
      'VoucherID.log',
    ]);
    const lines = (await readFile(sample, 'utf8')).trim().split(/\r?\n/);
    const sorted = (await readFile(join(folder, 'VoucherID.csv.sorted.txt'), 'utf8')).trim().split(/\r?\n/);
    expect(new Set(sorted)).toEqual(new Set(lines));
  });

  test('saves a definition, imports with it, and keeps the attributes that an update does not name', async () => {
    expect(
      await switchboard('definitions', 'save', 'Tabs', '-t', 'TERM', '--delimiter', 'tab', '--mode', 'insert-only'),
    ).toBe(0);
    expect(await switchboard('definitions', 'default', 'tabs', '-t', 'TERM', '--json')).toBe(0);
    expect(document()).toMatchObject({
      name: 'Tabs',
      isDefault: true,
      options: { delimiter: '\t', mode: 'insert-only' },
    });
    const file = join(terminal.cwd, 'tabs.csv');
    await writeFile(file, 'Customer ID\tPostcode\nNEW_1\tYO1 7HH\n');
    expect(await switchboard('import', file, '-t', 'TERM')).toBe(0);
    expect(terminal.printed).toMatch(/Customers inserted {2}1\n/);
    expect(await switchboard('definitions', 'delete', 'Tabs', '-t', 'TERM')).toBe(0);
    expect(await switchboard('definitions', 'list', '-t', 'TERM', '--json')).toBe(0);
    expect(document()).toEqual({ items: [] });
  });

  test('makes, lists, pauses and deletes a schedule', async () => {
    const named = ['Morning', '-t', 'TERM'];
    expect(
      await switchboard(
        'schedule',
        'add',
        ...named,
        '--newest',
        '--weekly',
        'mon,thu@06:00',
        '--time-zone',
        'Europe/London',
      ),
    ).toBe(0);
    expect(terminal.printed).toMatch(/^Morning: every monday, thursday at 06:00 \(Europe\/London\); next /);
    expect(await switchboard('schedule', 'pause', 'morning', '-t', 'TERM')).toBe(0);
    expect(await switchboard('schedule', 'list', '-t', 'TERM', '--json')).toBe(0);
    expect(document().items).toMatchObject([{ name: 'Morning', state: 'paused', timeZone: 'Europe/London' }]);
    expect(await switchboard('schedule', 'run', ...named)).toBe(0);
    expect(terminal.printed).toMatch(/^Started a run of Morning\. /);
    expect(await switchboard('schedule', 'delete', ...named)).toBe(0);
    expect(await switchboard('schedule', 'list', '-t', 'TERM')).toBe(0);
    expect(terminal.printed).toBe('No schedules yet.\n');
  });

  test('reports the fault of a wrong command', async () => {
    expect(await switchboard('import', sample, '-t', 'NOSUCH', '--json')).toBe(1);
    expect(JSON.parse(terminal.noted).error.code).toMatch(/^crm-table\./);
    expect(await switchboard('import', sample, '-t', 'TERM', '--map', '3=P999')).toBe(1);
    expect(terminal.noted).toMatch(/\/mapping\/0\/field: .*P999/);
  });
});
