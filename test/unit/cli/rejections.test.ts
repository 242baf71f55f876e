import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';
import { FakeTerminal } from './support/fake-terminal.ts';
import { IMPORT } from './support/following.ts';

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
    expect(world.terminal.noted).toMatch(
      /roles supervisor\.\nYou are brigitte-keller\. Your roles: switchboard whoami\./,
    );
  });

  test('for its token is tried with a new one first', async () => {
    let rejections = 1;
    await using world = await embedded(() => {
      rejections -= 1;
      return rejections >= 0 ? { status: 401, json: { message: 'Unauthorized' } } : { json: { items: [] } };
    });
    expect(await world.terminal.run('tables')).toBe(0);
    expect(world.api.requests('POST', '/token')).toHaveLength(2);
  });

  test('because the first attempt has not ended is retried, under the same key', async () => {
    let rejections = 1;
    await using world = await embedded(() => {
      rejections -= 1;
      if (rejections < 0) return { json: { ...IMPORT, status: 'cancelled' } };
      return { status: 409, json: { code: 'idempotency-key.in-use', detail: 'At this moment.' } };
    });
    expect(await world.terminal.run('cancel', 'api-1')).toBe(0);
    const keys = world.api.requests('POST', '/imports/api-1/cancel').map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  test('does not print the answer of an unknown server', async () => {
    await using world = await rejected(200, { hello: 'world' });
    expect(await world.terminal.run('follow', 'x')).toBe(1);
    expect(world.terminal.noted).toMatch(/in an unknown format/);
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
