import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { safeName } from '../../../cli/download/safe-name.ts';
import { programName } from '../../../cli/program-name.ts';
import { embedded } from './support/embedded.ts';
import { FakeTerminal } from './support/fake-terminal.ts';

const COUNTS = { updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 };
const IMPORT = {
  importId: 'api-1',
  prefix: 'VOUCIM',
  fileName: 'VoucherID.csv',
  createdAt: '2026-11-22T17:00:00.000Z',
  somethingNewer: { is: 'let through' },
  files: [],
};

/** The API's answers to `GET /imports/api-1`, one after the other, the last for ever; other paths say 200. */
function following(...views: object[]) {
  let at = 0;
  return embedded(({ method, path }) => {
    const view = views[Math.min(at, views.length - 1)];
    if (method === 'GET' && path === '/imports/api-1') at += 1;
    return { json: { ...IMPORT, ...view } };
  });
}

describe('following an import', () => {
  test.each([
    ['completed', 0],
    ['completed-with-failures', 2],
    ['failed', 1],
    ['rejected', 1],
    ['cancelled', 1],
  ])('%s ends with exit code %d', async (status, code) => {
    await using world = await following({ status: 'queued' }, { status });
    expect(await world.terminal.run('follow', 'api-1')).toBe(code);
  });

  test('begins the outcome with what nearly all failed records have in common', async () => {
    const commonFailure = '9 of 9 records failed for the same reason (record.blank): they are blank.';
    await using world = await following({ status: 'completed-with-failures', fileName: 'a.csv', commonFailure });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.printed.trimStart().split('\n')[0]).toBe(commonFailure);
  });

  test('says each stage once, and then the five counts and what to do', async () => {
    const stage = (chunksDone: number) => ({
      status: 'running',
      progress: [{ stage: 'insert', chunks: 4, chunksDone, records: 34, recordsDone: chunksDone * 8 }],
    });
    const file = {
      caution: 'It holds 1 record whose Customer ID occurs earlier.',
      name: 'VoucherID.csv.log.BulkCopy.txt',
      bucket: 'b',
      key: 'k/VoucherID.csv.log.BulkCopy.txt',
      bytes: 9,
    };
    await using world = await following({ status: 'queued' }, stage(1), stage(2), {
      status: 'completed-with-failures',
      counts: COUNTS,
      warnings: 2,
      warningCodes: { 'value.unparsed-email': 1, 'something.newer': 1 },
      files: [file, { ...file, name: 'VoucherID.csv.warnings.csv' }],
    });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.noted).toBe('  waiting for its turn ...\n  Insert: 34 records\n');
    expect(world.terminal.printed).toMatch(/Customers inserted {2}30\n[\s\S]*Total customers {5}34\n/);
    expect(world.terminal.printed).toMatch(
      /2 warnings, each a line of VoucherID.csv.warnings.csv\n {2}1 {2}value.unparsed-email: an e-mail [^\n]*\n {2}1 {2}something.newer\n[\s\S]*s3:\/\/b\/k\/\n[\s\S]*It holds 1 record[\s\S]*Correct VoucherID.csv.log.BulkCopy.txt/,
    );
  });

  test('says why an import waits, and at which place', async () => {
    const waiting = (reason: string, more: object = {}) => ({
      status: 'queued',
      waiting: { position: 2, reason, importId: 'api-0', ...more },
    });
    await using world = await following(
      waiting('import-running'),
      waiting('table-draining', { until: '2026-11-22T17:04:05.000Z' }),
      waiting('starting'),
      { status: 'completed' },
    );
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.noted).toBe(
      '  waiting for import api-0 to end; place 2 in the queue ...\n' +
        '  waiting until 2026-11-22 17:04 UTC, when no worker of import api-0, which broke off, can write any more; place 2 in the queue ...\n' +
        '  waiting for its turn ...\n',
    );
  });

  test('says that an import was resumed over a newer one', async () => {
    await using world = await following({ status: 'completed', resumedOver: 'api-2' });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.printed).toContain(
      'It was resumed over the newer import api-2: records of both files may be mixed.\n',
    );
  });

  test('with --json prints one document, further fields included and download addresses left out', async () => {
    const file = { name: 'a', bucket: 'b', key: 'k/a', bytes: 1, url: 'https://signed', expiresAt: 'soon' };
    await using world = await following({ status: 'completed', counts: COUNTS, files: [file] });
    expect(await world.terminal.run('follow', 'api-1', '--json')).toBe(0);
    expect(JSON.parse(world.terminal.printed)).toMatchObject({ counts: COUNTS, somethingNewer: IMPORT.somethingNewer });
    expect(world.terminal.printed).not.toContain('signed');
    expect(world.terminal.noted).toBe('');
  });

  test('continues after an outage', async () => {
    let calls = 0;
    await using world = await embedded(() => {
      calls += 1;
      return calls <= 2
        ? { status: 503, json: { message: 'Service Unavailable' } }
        : { json: { ...IMPORT, status: 'completed' } };
    });
    expect(await world.terminal.run('follow', 'api-1')).toBe(0);
  });

  test('ends at Ctrl-C, and says that the import does not', async () => {
    await using world = await following({ status: 'running' });
    const code = world.terminal.run('follow', 'api-1');
    while (world.api.asked('GET', '/imports/api-1').length === 0) await new Promise((later) => setTimeout(later, 5));
    world.terminal.pressCtrlC();
    expect(await code).toBe(130);
    expect(world.terminal.noted).toMatch(/The import goes on[\s\S]*follow api-1[\s\S]*cancel api-1/);
  });

  test('leaves an import waiting for its confirmation if there is no terminal', async () => {
    const estimate = { rows: 1_000_000, minutes: 12, dollars: 0.66 };
    await using world = await following({ status: 'awaiting-confirmation', estimate });
    expect(await world.terminal.run('follow', 'api-1')).toBe(1);
    expect(world.terminal.noted).toContain('Estimate: 1,000,000 records, $0.66, about 12 minutes.');
    expect(world.terminal.printed).toMatch(/confirm api-1[\s\S]*cancel api-1/);
    expect(world.api.asked('POST', '/imports/api-1/confirm')).toEqual([]);
  });
});

describe('an import that is resumed', () => {
  test('goes over the newer one that --over names, and over none without it', async () => {
    await using world = await following({
      status: 'queued',
      waiting: { position: 1, reason: 'import-running', importId: 'x' },
    });
    expect(await world.terminal.run('resume', 'api-1', '--no-follow')).toBe(0);
    expect(await world.terminal.run('resume', 'api-1', '--over', 'api-2', '--no-follow')).toBe(0);
    const sent = world.api.asked('POST', '/imports/api-1/resume').map(({ json }) => json);
    expect(sent).toEqual([undefined, { over: 'api-2' }]);
    expect(world.terminal.printed).toContain('waiting for import x to end; place 1 in the queue ...\n');
  });
});

describe('an import that waits for a confirmation', () => {
  async function importing(...flags: string[]) {
    let isConfirmed = false;
    const world = await embedded(({ method, path }) => {
      if (path === '/imports/api-1/confirm') isConfirmed = true;
      const status = isConfirmed ? 'completed' : 'awaiting-confirmation';
      const estimate = { rows: 100, minutes: 1, dollars: 5 };
      return { status: method === 'POST' && path === '/imports' ? 201 : 200, json: { ...IMPORT, status, estimate } };
    });
    writeFileSync(join(world.terminal.cwd, 'a.csv'), 'x');
    const code = await world.terminal.run('import', 'a.csv', '-t', 'VOUCIM', ...flags);
    const body = world.api.asked('POST', '/imports')[0]?.json;
    await world[Symbol.asyncDispose]();
    return { code, isConfirmed, body };
  }

  test.each([
    [['--yes'], 0, true],
    [['--yes', '--max-dollars', '5'], 0, true],
    [['--yes', '--max-dollars', '4.99'], 1, false],
    [[], 1, false],
  ])('%j: exit code %d, confirmed %s', async (flags, code, isConfirmed) => {
    expect(await importing(...flags)).toMatchObject({ code, isConfirmed });
  });

  test('may be confirmed in advance up to a cost', async () => {
    expect((await importing('--max-dollars', '4.99')).body).toMatchObject({ confirmedDollars: 4.99 });
  });
});

describe('the list of imports', () => {
  test.each([
    [[], ''],
    [['-t', 'VOUCIM'], 'prefix=VOUCIM&'],
  ])('with %j takes one request', async (flags, query) => {
    await using world = await embedded(() => ({
      json: { items: [{ ...IMPORT, status: 'completed', counts: COUNTS }] },
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
    expect(it.api.asked('GET', '/store')[0]?.headers.authorization).toBeUndefined();
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

describe('what the API rejects', () => {
  const rejected = (status: number, json: object) => embedded(() => ({ status, json }));

  test('is printed with every fault', async () => {
    const errors = [{ pointer: '/mapping/0/field', code: 'x', detail: 'There is no field P999.' }];
    await using world = await rejected(400, { code: 'upload.invalid', detail: 'See errors.', errors });
    expect(await world.terminal.run('cancel', 'api-1')).toBe(1);
    expect(world.terminal.noted).toBe('See errors.\n  /mapping/0/field: There is no field P999.\n');
  });

  test('with --json is one document on stderr, and nothing on stdout', async () => {
    await using world = await rejected(404, { code: 'import.not-found', detail: 'No such import.' });
    expect(await world.terminal.run('follow', 'x', '--json')).toBe(1);
    expect(world.terminal.printed).toBe('');
    expect(JSON.parse(world.terminal.noted)).toEqual({
      error: { code: 'import.not-found', message: 'No such import.' },
    });
  });

  test('for lack of a role says which, and who one is', async () => {
    await using world = await rejected(403, {
      code: 'access.forbidden',
      detail: 'This needs one of the roles supervisor.',
    });
    expect(await world.terminal.run('tables')).toBe(1);
    expect(world.terminal.noted).toMatch(/roles supervisor\.\nYou are terminal, in the role administrator\./);
  });

  test('for its token is tried with a new one first', async () => {
    let rejections = 1;
    await using world = await embedded(() => {
      rejections -= 1;
      return rejections >= 0 ? { status: 401, json: { message: 'Unauthorized' } } : { json: { items: [] } };
    });
    expect(await world.terminal.run('tables')).toBe(0);
    expect(world.api.asked('POST', '/token')).toHaveLength(2);
  });

  test('because the first attempt has not ended is retried, under the same key', async () => {
    let rejections = 1;
    await using world = await embedded(() => {
      rejections -= 1;
      if (rejections < 0) return { json: { ...IMPORT, status: 'cancelled' } };
      return { status: 409, json: { code: 'idempotency-key.in-use', detail: 'At this moment.' } };
    });
    expect(await world.terminal.run('cancel', 'api-1')).toBe(0);
    const keys = world.api.asked('POST', '/imports/api-1/cancel').map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  test('does not print the answer of an unknown server', async () => {
    await using world = await rejected(200, { hello: 'world' });
    expect(await world.terminal.run('follow', 'x')).toBe(1);
    expect(world.terminal.noted).toMatch(/in a way that the terminal does not know/);
  });
});

test('a stopped embedded cloud gives a message with the command that starts it', async () => {
  const terminal = new FakeTerminal();
  const dataDir = join(terminal.cwd, 'data');
  mkdirSync(dataDir);
  // A port that nothing can listen on for other machines, and nothing does here.
  writeFileSync(join(dataDir, 'endpoints.json'), '{"api":"http://127.0.0.1:9","issuer":"http://127.0.0.1:9"}');
  terminal.env.SWITCHBOARD_DATA_DIR = dataDir;
  expect(await terminal.run('tables')).toBe(1);
  expect(terminal.noted).toContain('Start it with: npm start');
});

describe('the command line', () => {
  test('alone shows what to begin with', async () => {
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
  ])('%s teaches by example, within 80 columns of prose', async (verb) => {
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
  ])('%j is wrong, also as a document', async (args) => {
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
