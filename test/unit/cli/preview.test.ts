import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { shellWord } from '../../../cli/print/shell-word.ts';
import { embedded } from './support/embedded.ts';

const COLUMNS = [
  {
    position: 1,
    name: 'Customer ID',
    field: 'P001',
    label: 'Customer ID',
    reason: 'label',
    confidence: 1,
    samples: [],
  },
  {
    position: 2,
    name: "Client's phone",
    field: 'P012',
    label: 'Phone',
    reason: 'header',
    confidence: 0.9,
    samples: [],
  },
];
const PREVIEW = {
  encoding: 'utf-8',
  compression: 'none',
  delimiter: ',',
  header: true,
  lineEnd: 'lf',
  customerIdFound: true,
  columns: COLUMNS,
  rows: [],
  warnings: [],
  mapping: [
    { column: 'Customer ID', field: 'P001' },
    { column: "Client's phone", field: 'P012' },
  ],
  asItStands: {
    imported: [{ position: 1, name: 'Customer ID', field: 'P001', label: 'Customer ID' }],
    ignored: [{ position: 2, name: "Client's phone" }],
  },
};
const DONE = {
  importId: 'api-1',
  prefix: 'VOUCIM',
  fileName: 'a.csv',
  createdAt: '2026-11-22T17:00:00.000Z',
  files: [],
};

/** A terminal whose API previews every file so, and imports whatever it is given. */
async function previewing(preview: object, ...args: string[]) {
  const world = await embedded(({ method, path }) => {
    if (path === '/imports/preview') return { json: preview };
    const status = method === 'POST' && path === '/imports' ? 201 : 200;
    return { status, json: { ...DONE, status: 'completed' } };
  });
  writeFileSync(join(world.terminal.cwd, 'a.csv'), "Customer ID,Client's phone\nA,1\n");
  const code = await world.terminal.run(...args);
  const body = world.api.requests('POST', '/imports')[0]?.json;
  const { printed, noted } = world.terminal;
  await world[Symbol.asyncDispose]();
  return { code, printed, noted, body };
}

describe('a preview', () => {
  test('prints the effect of the import, then the proposal, then the commands that use it', async () => {
    const { printed } = await previewing(PREVIEW, 'preview', 'a.csv', '-t', 'VOUCIM');
    expect(printed).toMatch(/Without the proposal, the import reads 1 of 2 columns: 1 \(Customer ID\) -> P001\n/);
    expect(printed).toMatch(/It ignores: 2 \(Client's phone\)\n\nProposed:\n/);
    expect(printed).toContain('import a.csv --table VOUCIM --accept-proposal\n');
    expect(printed).toContain(String.raw`--map 'Customer ID=P001' --map 'Client'\''s phone=P012'`);
  });

  test('prints why the import would be rejected', async () => {
    const { asItStands, ...rest } = PREVIEW;
    const rejection = { code: 'file.no-header', reason: 'The first line names no field.' };
    const { printed } = await previewing({ ...rest, rejection }, 'preview', 'a.csv', '-t', 'VOUCIM');
    expect(printed).toContain('Without the proposal, the import is rejected: The first line names no field.\n');
    expect(printed).toContain('--accept-proposal');
  });

  test('shows the lines above the header row', async () => {
    const skipped = [{ line: 1, text: 'Customer list' }];
    const { printed } = await previewing({ ...PREVIEW, skipped }, 'preview', 'a.csv', '-t', 'VOUCIM');
    expect(printed).toContain('Not imported: line 1, "Customer list"\n');
  });

  test('shows no proposal that equals the import without it', async () => {
    const imported = COLUMNS.map(({ position, name, field, label }) => ({ position, name, field, label }));
    const { printed } = await previewing(
      { ...PREVIEW, asItStands: { imported, ignored: [] } },
      'preview',
      'a.csv',
      '-t',
      'VOUCIM',
    );
    expect(printed).toContain('Without the proposal, the import reads 2 of 2 columns');
    expect(printed).not.toContain('Proposed');
    expect(printed).not.toContain('--accept-proposal');
  });

  test('of an unreadable file gives the reason', async () => {
    const rejection = { code: 'file.not-csv', reason: 'The file is a workbook.' };
    const nothing = { customerIdFound: false, columns: [], rows: [], mapping: [], rejection };
    const { printed, code } = await previewing(nothing, 'preview', 'a.csv', '-t', 'VOUCIM');
    expect(code).toBe(0);
    expect(printed).toBe('Without the proposal, the import is rejected: The file is a workbook.\n');
  });
});

describe('import --accept-proposal', () => {
  const ACCEPT = ['import', 'a.csv', '-t', 'VOUCIM', '--no-follow', '--accept-proposal'];

  test('imports with exactly the mapping of the preview, and shows it', async () => {
    const { code, body, noted } = await previewing(PREVIEW, ...ACCEPT);
    expect(code).toBe(0);
    expect(body.mapping).toEqual(PREVIEW.mapping);
    expect(noted).toContain("2 (Client's phone): P012 Phone\n");
  });

  test('imports nothing when the import would be rejected even so', async () => {
    const rejectionWithMapping = { code: 'file.no-customer-id', reason: 'No column feeds the Customer ID.' };
    const { code, body, noted } = await previewing({ ...PREVIEW, rejectionWithMapping }, ...ACCEPT);
    expect({ code, body }).toEqual({ code: 1, body: undefined });
    expect(noted).toContain('No column feeds the Customer ID. Nothing was imported.');
  });
});

test.each([
  ['a.csv', 'a.csv'],
  ['my file.csv', "'my file.csv'"],
  ["O'Neil=P011", String.raw`'O'\''Neil=P011'`],
  ['$(date)', "'$(date)'"],
])('%s is written for a shell as %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
