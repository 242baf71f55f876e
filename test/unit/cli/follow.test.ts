import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stageOf } from '../../../cli/follow/stages.ts';
import { StageSchema } from '../../../functions/imports/domain/import.ts';
import { stageLine } from '../../../local/start/print.ts';
import { embedded } from './support/embedded.ts';
import { following, IMPORT } from './support/following.ts';

const COUNTS = { updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 };

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

  test('begins the result with the common reason of nearly all failed records', async () => {
    const commonFailure = '9 of 9 records failed for the same reason (record.blank): they are blank.';
    await using world = await following({ status: 'completed-with-failures', fileName: 'a.csv', commonFailure });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.printed.trimStart().split('\n')[0]).toBe(commonFailure);
  });

  test('reports each stage once, and then the five counts and the next steps', async () => {
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
      /2 warnings, each a line of VoucherID.csv.warnings.csv\n {2}1 {2}value.unparsed-email: an e-mail [^\n]*\n {2}1 {2}something.newer\n[\s\S]*s3:\/\/b\/k\/:\n[\s\S]*It holds 1 record[\s\S]*Correct VoucherID.csv.log.BulkCopy.txt/,
    );
  });

  test('names each file of failed records, so that none is forgotten', async () => {
    const names = ['log.Differentiate', 'log.DifferentiateBulkCopy', 'log.DifferentiateUpdate', 'log', 'sorted'];
    const files = names.map((name) => ({
      name: `a.csv.${name}.txt`,
      bucket: 'b',
      key: `k/a.csv.${name}.txt`,
      bytes: 9,
    }));
    await using world = await following({ status: 'completed-with-failures', files });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.printed).toContain(
      [
        'Correct these files and import each of them again with --corrects api-1:',
        '  a.csv.log.Differentiate.txt',
        '  a.csv.log.DifferentiateBulkCopy.txt',
        '  a.csv.log.DifferentiateUpdate.txt',
        'Download the files:',
      ].join('\n'),
    );
  });

  test.each(StageSchema.options)('has words for the stage %s', (stage) => {
    const name = stageOf({ ...IMPORT, status: 'running', progress: [{ stage, chunks: 2, chunksDone: 1 }] })?.name;
    expect(name).toMatch(/^[A-Z]/);
    expect(stageLine(stage).trim()).not.toMatch(/^[a-z]+-[a-z]+$/);
  });

  test('reports why an import waits, and its position', async () => {
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
        '  waiting until 2026-11-22 17:04 UTC: workers of import api-0, which has failed, may write until then; place 2 in the queue ...\n' +
        '  waiting for its turn ...\n',
    );
  });

  test('reports that an import was resumed over a newer one', async () => {
    await using world = await following({ status: 'completed', resumedOver: 'api-2' });
    await world.terminal.run('follow', 'api-1');
    expect(world.terminal.printed).toContain(
      'The import was resumed over the newer import api-2: records of both files may be mixed.\n',
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

  test('ends at Ctrl-C, and reports that the import continues', async () => {
    await using world = await following({ status: 'running' });
    const code = world.terminal.run('follow', 'api-1');
    while (world.api.requests('GET', '/imports/api-1').length === 0) await new Promise((later) => setTimeout(later, 5));
    world.terminal.pressCtrlC();
    expect(await code).toBe(130);
    expect(world.terminal.noted).toMatch(/The import continues\.[\s\S]*follow api-1[\s\S]*cancel api-1/);
  });

  test('leaves an import waiting for its confirmation if there is no terminal', async () => {
    const estimate = { rows: 1_000_000, minutes: 12, dollars: 0.66 };
    await using world = await following({ status: 'awaiting-confirmation', estimate });
    expect(await world.terminal.run('follow', 'api-1')).toBe(1);
    expect(world.terminal.noted).toContain('Estimate: 1,000,000 records, $0.66, about 12 minutes.');
    expect(world.terminal.printed).toMatch(/confirm api-1[\s\S]*cancel api-1/);
    expect(world.api.requests('POST', '/imports/api-1/confirm')).toEqual([]);
  });
});

describe('an import that is resumed', () => {
  test('overwrites the newer one that --over names, and none without it', async () => {
    await using world = await following({
      status: 'queued',
      waiting: { position: 1, reason: 'import-running', importId: 'x' },
    });
    expect(await world.terminal.run('resume', 'api-1', '--no-follow')).toBe(0);
    expect(await world.terminal.run('resume', 'api-1', '--over', 'api-2', '--no-follow')).toBe(0);
    const sent = world.api.requests('POST', '/imports/api-1/resume').map(({ json }) => json);
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
    const body = world.api.requests('POST', '/imports')[0]?.json;
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

  test('may correct the failed records of another import', async () => {
    expect((await importing('--corrects', 'api-0')).body).toMatchObject({ corrects: 'api-0' });
  });

  test('may be confirmed in advance up to a cost', async () => {
    expect((await importing('--max-dollars', '4.99')).body).toMatchObject({ confirmedDollars: 4.99 });
  });
});
