import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';

const RUNNING = { exportId: 'VOUCIM-1', fileName: 'north.csv', status: 'running', files: [] };

test('an export waits for its end, and stores the files', async () => {
  let reads = 0;
  await using world = await embedded(({ method, path }, api) => {
    if (path.startsWith('/crm-tables/VOUCIM/filters')) return { json: { items: [{ name: 'North', filterId: 'f-1' }] } };
    if (method === 'POST') return { status: 202, json: RUNNING };
    if (path === '/file') return { json: ['P008'] };
    reads += 1;
    if (reads < 2) return { json: RUNNING };
    const counts = { rows: 30, bytes: 900, unrepresentable: 2 };
    const files = [{ kind: 'data', name: 'north.csv', url: `${api.url}/file` }];
    return { json: { ...RUNNING, status: 'completed', counts, files } };
  });
  const flags = ['--fields', 'P008, P011', '--filter', 'north', '--encoding', 'windows-1252', '-o', 'files'];
  expect(await world.terminal.run('export', '-t', 'VOUCIM', ...flags)).toBe(0);
  const started = world.api.heard.find(({ method, path }) => method === 'POST' && path === '/exports');
  const options = { fields: ['P008', 'P011'], filterId: 'f-1', encoding: 'windows-1252' };
  expect(started?.json).toEqual({ prefix: 'VOUCIM', options });
  expect(world.terminal.printed).toContain('30 lines');
  expect(world.terminal.printed).toContain('2 cells have characters that the encoding lacks');
  expect(readFileSync(join(world.terminal.cwd, 'files', 'north.csv'), 'utf8')).toBe('["P008"]');
});

test('an export that has failed is an error with its reason', async () => {
  await using world = await embedded(({ method }) => ({
    status: method === 'POST' ? 202 : 200,
    json: method === 'POST' ? RUNNING : { ...RUNNING, status: 'failed', reason: 'The workflow ended early.' },
  }));
  expect(await world.terminal.run('export', '-t', 'VOUCIM')).toBe(1);
  expect(world.terminal.noted).toContain('Export VOUCIM-1 is failed. The workflow ended early.');
});
