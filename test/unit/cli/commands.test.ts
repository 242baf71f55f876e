import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { safeName } from '../../../cli/download/safe-name.ts';
import { COMMANDS } from '../../../cli/program.ts';
import { programName } from '../../../cli/program-name.ts';
import { embedded } from './support/embedded.ts';
import { FakeTerminal } from './support/fake-terminal.ts';
import { IMPORT } from './support/following.ts';

test('the help of every command shows examples', async () => {
  const shown = async (...words: string[]) => {
    const terminal = new FakeTerminal();
    await terminal.run(...words, '--help');
    return terminal.printed;
  };
  const verbsIn = (help: string) =>
    [...(help.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z-]+)/gm)].map(([, verb = '']) => verb);
  const without: string[] = [];
  for (const name of Object.keys(COMMANDS)) {
    const help = await shown(name);
    const verbs = verbsIn(help).filter((verb) => verb !== 'help');
    const helps =
      verbs.length === 0
        ? [[name, help]]
        : await Promise.all(verbs.map(async (verb) => [`${name} ${verb}`, await shown(name, verb)]));
    for (const [command = '', text = ''] of helps) if (!text.includes('Examples:')) without.push(command);
  }
  expect(without).toEqual([]);
});

describe('the list of imports', () => {
  test.each([
    [[], ''],
    [['-t', 'VOUCIM'], 'prefix=VOUCIM&'],
  ])('with %j takes one request', async (flags, query) => {
    await using world = await embedded(() => ({
      json: {
        items: [
          { ...IMPORT, status: 'completed', counts: { updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 } },
        ],
      },
    }));
    expect(await world.terminal.run('imports', '--limit', '5', ...flags)).toBe(0);
    expect(world.terminal.printed).toContain('VoucherID.csv');
    const paths = world.api.heard.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(paths).toEqual([`/imports?${query}limit=5`]);
  });
});

describe('the files of an import', () => {
  const fileAt = (url: string, bytes = 5) => ({
    name: 'VoucherID.log',
    bucket: 'b',
    key: 'k/VoucherID.log',
    bytes,
    url,
  });
  const world = (bytes?: number) =>
    embedded(({ path }, api) =>
      path.startsWith('/store')
        ? { json: 123 }
        : { json: { ...IMPORT, status: 'completed', files: [fileAt(`${api.url}/store?X-Amz-Signature=s`, bytes)] } },
    );

  test('are stored in the folder named, and never over others', async () => {
    await using it = await world(3);
    expect(await it.terminal.run('files', 'api-1', '--download', 'results')).toBe(0);
    const path = join(it.terminal.cwd, 'results', 'VoucherID.log');
    expect(readFileSync(path, 'utf8')).toBe('123');
    expect(it.api.requests('GET', '/store')[0]?.headers.authorization).toBeUndefined();
    writeFileSync(path, 'mine');
    expect(await it.terminal.run('files', 'api-1', '--download', 'results')).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await it.terminal.run('files', 'api-1', '--download', 'results', '--force')).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('123');
  });

  test('that come short are not stored', async () => {
    await using it = await world(4);
    expect(await it.terminal.run('files', 'api-1', '--download', '.', '--json')).toBe(1);
    expect(JSON.parse(it.terminal.noted).error).toMatchObject({
      code: 'download.failed',
      message: expect.stringMatching(/3 of 4/),
    });
    for (const name of ['VoucherID.log', 'VoucherID.log.part'])
      expect(existsSync(join(it.terminal.cwd, name))).toBe(false);
  });

  test('show their addresses with --json alone', async () => {
    await using it = await world();
    await it.terminal.run('files', 'api-1');
    expect(it.terminal.printed).not.toContain('Signature');
    await it.terminal.run('files', 'api-1', '--json');
    expect(it.terminal.printed).toContain('Signature');
  });

  test.each([
    ['VoucherID.csv.log', 'VoucherID.csv.log'],
    ['naïve “quotes” & spaces..csv', 'naïve “quotes” & spaces..csv'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['..', '_'],
    ['-rf', '_rf'],
    ['.bashrc', '_bashrc'],
    ['a\\b:c\u0000d', 'a_b_c_d'],
    ['nul.txt', '_nul.txt'],
    ['ends with dots...', 'ends with dots_'],
  ])('%j is stored as %j', (name, safe) => expect(safeName(name)).toBe(safe));
});

describe('the command line', () => {
  test('without a command shows the first steps', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run()).toBe(0);
    expect(terminal.printed).toMatch(/tables[\s\S]*preview[\s\S]*import/);
  });

  test.each([
    ['import'],
    ['preview'],
    ['follow'],
    ['imports'],
    ['files'],
    ['cancel'],
    ['resume'],
    ['confirm'],
    ['login'],
  ])('%s has help with examples, within 80 columns of prose', async (verb) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run(verb, '--help')).toBe(0);
    expect(terminal.printed).toMatch(new RegExp(`Examples:\\n {2}.*\\n {4}.*switchboard( --)? ${verb}`));
  });

  test.each([
    [['nonsense']],
    [['import']],
    [['import', 'a.csv']],
    [['import', 'a.csv', '-t', 'TOO-LONG']],
    [['imports', '--limit', '0']],
    [['schedule', 'add', 'x', '-t', 'VOUCIM', '--daily', '06:00']],
    [['schedule', 'add', 'x', '-t', 'VOUCIM', '--newest', '--key', 'inbox/VOUCIM/a', '--daily', '06:00']],
  ])('%j is rejected as text and as a document', async (args) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run(...args)).toBe(1);
    expect(terminal.noted).not.toBe('');
    const other = new FakeTerminal();
    expect(await other.run(...args, '--json')).toBe(1);
    expect(JSON.parse(other.noted).error.code).toBe('usage');
  });

  test('uses the command of its call in its messages', () => {
    expect(
      [{ npm_command: 'exec' }, { npm_command: 'run-script' }, { npm_command: 'run' }, {}].map(programName),
    ).toEqual(['npx switchboard', 'npm run switchboard --', 'npm run switchboard --', 'switchboard']);
  });
});
