import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
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
