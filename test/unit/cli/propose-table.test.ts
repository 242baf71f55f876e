import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../tools/openapi/${path}`, import.meta.url), 'utf8'));
/** The example of the API's description. */
const PROPOSAL = read('examples.json').answers['POST /accounts/{accountPrefix}/crm-table-proposals'];
const EXAMPLE = { line: 2, value: '4.41E+11' };

/** A terminal whose API proposes so, and accepts whatever it is sent. */
async function proposing(change: object, ...args: string[]) {
  const world = await embedded(({ path }) =>
    path.endsWith('proposals') ? { json: { ...PROPOSAL, ...change } } : { json: {}, headers: { etag: '"1"' } },
  );
  writeFileSync(join(world.terminal.cwd, 'my file.csv'), 'Customer ID,Surname\nA1,Lee\n');
  const given = ['tables', 'propose', 'my file.csv', '-a', 'bri', '--country', 'gb', ...args];
  const code = await world.terminal.run(...given);
  const sent = world.api.heard.filter(({ path }) => path !== '/token');
  const { printed, noted } = world.terminal;
  await world[Symbol.asyncDispose]();
  return { code, printed, noted, sent };
}

test('shows the proposed fields, the values that contradict them, and the warnings with examples', async () => {
  const columns = [{ ...PROPOSAL.columns[0], contradictingCount: 3, contradicting: [EXAMPLE] }];
  const warnings = [{ code: 'value.scientific', detail: 'Column 1: damaged.', examples: [EXAMPLE] }];
  const { code, printed, sent } = await proposing({ columns, warnings }, '--delimiter', 'comma');
  expect(code).toBe(0);
  expect(printed).toContain(`CRM table ${PROPOSAL.prefix}`);
  expect(printed).toMatch(/1 {2}P008 {3}Customer ID {2}text/);
  expect(printed).toContain('Column 1: 3, for example "4.41E+11" (line 2)\n');
  expect(printed).toContain('Column 1: damaged.\n    "4.41E+11" (line 2)\n');
  expect(printed).toContain('Nothing was created. Create it with --accept.\n');
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /accounts/BRI/crm-table-proposals']);
  expect(sent[0]?.json).toMatchObject({
    fileName: 'my file.csv',
    defaultCountry: 'GB',
    options: { delimiter: 'comma' },
    bytes: 27,
  });
});

test('--accept creates and publishes the table, and shows the command that imports the file', async () => {
  const needs = { options: { customerId: 'none', header: false }, mapping: [{ column: 2, field: 'P021' }] };
  const { printed, sent } = await proposing(needs, '--accept', '--prefix', 'mine');
  expect(sent.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /accounts/BRI/crm-tables',
    'POST /accounts/BRI/crm-tables/MINE/publish',
  ]);
  expect(sent[1]?.json).toEqual({ prefix: 'MINE', ...PROPOSAL.draft });
  expect(sent[2]?.headers).toMatchObject({ 'if-match': '"1"' });
  expect(printed).toContain("import 'my file.csv' --table MINE --customer-id none --header no --map 2=P021\n");
});

test('--json prints the proposal alone', async () => {
  const { printed, noted } = await proposing({}, '--json');
  expect(JSON.parse(printed)).toMatchObject({ prefix: PROPOSAL.prefix, draft: PROPOSAL.draft });
  expect(noted).toBe('');
});

test.each([
  [['--country', 'GBR'], 'two letters'],
  [['-a', 'BRIG'], 'three letters'],
  [['--prefix', 'too-long'], 'one to six letters'],
])('rejects %j', async (args, message) => {
  const { code, noted } = await proposing({}, ...args);
  expect(code).toBe(1);
  expect(noted).toContain(message);
});

describe('a proposal in a file', () => {
  const edited = (change: object) => {
    const path = join(mkdtempSync(join(tmpdir(), 'proposal-')), 'proposal.json');
    writeFileSync(join(path, '..', 'my file.csv'), 'Customer ID,Surname\nA1,Lee\n');
    writeFileSync(path, JSON.stringify(change));
    return path;
  };

  /** A proposal as `--out` writes it. */
  async function written(): Promise<Record<string, unknown> & { columns: Record<string, unknown>[] }> {
    const path = edited({});
    const { printed } = await proposing({}, '--out', path);
    expect(printed).toContain(`tables accept ${path}`);
    return JSON.parse(readFileSync(path, 'utf8'));
  }

  async function accepting(file: string, change: object = {}, ...args: string[]) {
    const world = await embedded(({ path }) =>
      path.endsWith('proposals') ? { json: { ...PROPOSAL, ...change } } : { json: {}, headers: { etag: '"1"' } },
    );
    const code = await world.terminal.run('tables', 'accept', file, ...args);
    const sent = world.api.heard.filter(({ path }) => path !== '/token');
    const { printed, noted } = world.terminal;
    await world[Symbol.asyncDispose]();
    return { code, printed, noted, sent };
  }

  test('has each column; what a person changes there is sent as choices, and the table is created', async () => {
    const proposal = await written();
    const [first, second] = proposal.columns;
    expect(proposal).toMatchObject({ account: 'BRI', country: 'GB', customerId: PROPOSAL.customerId.column });
    expect(proposal.columns).toHaveLength(PROPOSAL.columns.length);
    const changes = { label: 'Family name', maxLength: 40, search: false };
    const columns = [first, { ...second, ...changes }, { ...proposal.columns[2], keep: false }];
    const file = edited({ ...proposal, file: 'my file.csv', name: 'Mine', prefix: 'MINE', columns });
    const { code, sent, printed } = await accepting(file);
    expect({ code, paths: sent.map(({ path }) => path.split('/').at(-1)) }).toEqual({
      code: 0,
      paths: ['crm-table-proposals', 'crm-table-proposals', 'crm-tables', 'publish'],
    });
    expect(sent[1]?.json).toMatchObject({
      choices: {
        columns: [
          { column: 2, ...changes },
          { column: 3, leaveOut: true },
        ],
      },
    });
    expect(sent[2]?.json).toMatchObject({ prefix: 'MINE', name: 'Mine', fields: PROPOSAL.draft.fields });
    expect(printed).toContain('Published CRM table MINE.');
  });

  test('whose types reject records creates nothing without --allow-rejections', async () => {
    const file = edited({ ...(await written()), file: 'my file.csv' });
    const warnings = [{ code: 'value.rejected', detail: 'Column 2: 1 of 1 values do not fit.' }];
    const found = { warnings, recordsRejected: 1, recordsRead: 3 };
    const { code, noted, sent } = await accepting(file, found);
    expect({ code, requests: sent.length }).toEqual({ code: 1, requests: 2 });
    expect(noted).toContain('An import rejects 1 of the 3 records that were read. Column 2: 1 of 1 values do not fit.');
    expect((await accepting(file, found, '--allow-rejections')).code).toBe(0);
  });

  test.each([[{ columns: 1 }], [[]]])('of the content %j is rejected', async (content) => {
    const { code, noted } = await accepting(edited(content));
    expect(code).toBe(1);
    expect(noted).toContain('is not a proposal');
  });
});
