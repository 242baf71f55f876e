import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BarState } from '../../../cli/follow/bar-line.ts';
import { uploadMeter } from '../../../cli/upload/upload-meter.ts';
import { embedded } from './support/embedded.ts';
import type { FakeApi, Heard } from './support/fake-api.ts';

const IMPORT = {
  importId: 'api-1',
  prefix: 'VOUCIM',
  fileName: 'big.csv',
  createdAt: '2026-11-22T17:00:00.000Z',
  files: [],
};
const CONTENT = 'abcdefghijABCDEFGHIJ12345';
const PART = 10;

/** The reaction of the fake API's store to a part, by the number of times that it was sent. */
type PartRule = (partNumber: number, times: number) => { status?: number; cut?: boolean };

/** An API whose imports have parts of ten bytes, and are complete when the parts are joined. */
function partsApi(rule: PartRule, announced = { status: 'awaiting-upload' }) {
  const there = new Map<number, string>();
  const sent = new Map<number, number>();
  const requested = new Set<string>();
  const reply = ({ method, path, json, text }: Heard, api: FakeApi) => {
    const part = /^\/store\/(\d+)/.exec(path);
    if (part) {
      const number = Number(part[1]);
      sent.set(number, (sent.get(number) ?? 0) + 1);
      const verdict = rule(number, sent.get(number) ?? 0);
      if (verdict.cut || verdict.status) return verdict;
      there.set(number, text);
      return { headers: { etag: `"etag-${number}"` } };
    }
    if (path === '/imports') {
      const upload = { kind: 'multipart', partBytes: PART, partCount: 3 };
      return {
        status: 201,
        json: { ...IMPORT, ...announced, ...(announced.status === 'awaiting-upload' && { upload }) },
      };
    }
    requested.add(path);
    if (path !== '/imports/api-1/parts') {
      return {
        json: { ...IMPORT, status: requested.has('/imports/api-1/complete') ? 'completed' : 'awaiting-upload' },
      };
    }
    if (method === 'GET') {
      const items = [...there].map(([partNumber, { length }]) => ({
        partNumber,
        bytes: length,
        etag: `"etag-${partNumber}"`,
      }));
      return { json: { items } };
    }
    const items = json.partNumbers.map((number: number) => ({
      partNumber: number,
      method: 'PUT',
      url: `${api.url}/store/${number}?signed`,
    }));
    return { json: { items } };
  };
  return { reply, there, sent };
}

function writeBig(cwd: string): string {
  const file = join(cwd, 'big.csv');
  writeFileSync(file, CONTENT);
  return file;
}

const rejected =
  (codes: Record<number, number>): PartRule =>
  (number) =>
    codes[number] ? { status: codes[number] } : {};

describe('an upload in parts', () => {
  test('brings every byte, and joins the parts in their order', async () => {
    const { reply, there } = partsApi(() => ({}));
    await using world = await embedded(reply);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'voucim')).toBe(0);
    expect([...there].toSorted().map(([, text]) => text)).toEqual(['abcdefghij', 'ABCDEFGHIJ', '12345']);
    expect(world.api.requests('POST', '/imports/api-1/complete')[0]?.json).toEqual({
      parts: [1, 2, 3].map((partNumber) => ({ partNumber, etag: `"etag-${partNumber}"` })),
    });
    expect(world.api.requests('POST', '/imports')[0]?.json).toEqual({
      prefix: 'VOUCIM',
      fileName: 'big.csv',
      bytes: 25,
    });
  });

  test('sends a part again, to a new address, when the line breaks, the store fails or the address has run out', async () => {
    const faults = [{ cut: true }, { status: 503 }, { status: 403 }];
    const { reply, sent } = partsApi((number, times) => (times === 1 ? (faults[number - 1] ?? {}) : {}));
    await using world = await embedded(reply);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    expect([...sent].toSorted()).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
    expect(world.api.requests('POST', '/imports/api-1/parts')).toHaveLength(6);
  });

  test('continues at the next run with the missing parts, under the same key', async () => {
    const faults: Record<number, number> = { 2: 404 };
    const { reply, sent, there } = partsApi((number, times) => rejected(faults)(number, times));
    await using world = await embedded(reply);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(1);
    expect(world.terminal.noted).toMatch(/The store answered 404[\s\S]*Run the same command again/);
    const before = new Set(there.keys());
    expect(before.has(2)).toBe(false);
    delete faults[2];
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    for (const number of before) expect(sent.get(number)).toBe(1);
    expect(there.size).toBe(3);
    const [first, second] = world.api.requests('POST', '/imports').map(({ headers }) => headers['idempotency-key']);
    expect(first).toBe(second);
    expect(readdirSync(join(world.terminal.cwd, 'config', 'uploads'))).toEqual([]);
  });

  test('does not trust a part of another length', async () => {
    const { reply, there, sent } = partsApi(() => ({}));
    there.set(1, 'abc');
    await using world = await embedded(reply);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    expect(sent.get(1)).toBe(1);
  });

  test('starts again for other options, another table or a changed file', async () => {
    const { reply } = partsApi(rejected({ 1: 404, 2: 404, 3: 404 }));
    await using world = await embedded(reply);
    const file = writeBig(world.terminal.cwd);
    await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM');
    await world.terminal.run('import', 'big.csv', '--table', 'OTHER');
    await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM', '--dry-run');
    utimesSync(file, 1, 1);
    await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM');
    const keys = world.api.requests('POST', '/imports').map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(4);
  });

  test('is never joined from two versions of a file', async () => {
    let file = '';
    const { reply } = partsApi((number) => {
      if (number === 3) utimesSync(file, 1, 1);
      return {};
    });
    await using world = await embedded(reply);
    file = writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM', '--json')).toBe(1);
    expect(JSON.parse(world.terminal.noted).error.code).toBe('file.changed');
    expect(world.api.requests('POST', '/imports/api-1/complete')).toEqual([]);
  });

  test('stops at Ctrl-C and says how to continue', async () => {
    const { reply } = partsApi(() => ({}));
    await using world = await embedded((heard, api) => {
      if (heard.path.startsWith('/store/')) {
        world.terminal.pressCtrlC();
        return new Promise(() => {});
      }
      return reply(heard, api);
    });
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(130);
    expect(world.terminal.noted).toMatch(/Nothing was imported\.\nRun the same command again/);
  });
});

describe('an upload in one piece', () => {
  const single = (statuses: number[], upload = true) => {
    const reply = ({ method, path }: Heard, api: FakeApi) => {
      if (path.startsWith('/store')) return { status: statuses.shift() ?? 200 };
      if (method === 'GET') return { json: { ...IMPORT, status: 'completed' } };
      const address = {
        kind: 'single',
        method: 'PUT',
        url: `${api.url}/store?X-Amz-Signature=secret`,
        headers: { 'if-none-match': '*' },
      };
      return { status: 201, json: { ...IMPORT, status: 'awaiting-upload', ...(upload && { upload: address }) } };
    };
    return embedded(reply);
  };

  test('sends the headers that are signed, and no token', async () => {
    await using world = await single([]);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    const [put] = world.api.requests('PUT', '/store');
    expect(put?.text).toBe(CONTENT);
    expect(put?.headers).toMatchObject({ 'if-none-match': '*', 'content-length': '25' });
    expect(put?.headers.authorization).toBeUndefined();
  });

  test('is complete if the first answer was lost: the store reports the object', async () => {
    await using world = await single([500, 412]);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    expect(world.api.requests('PUT', '/store')).toHaveLength(2);
  });

  test('is given up when the address is rejected, without showing it', async () => {
    await using world = await single([403]);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(1);
    expect(world.terminal.noted).not.toMatch(/Signature|secret/);
  });

  test('that has already arrived is not sent again', async () => {
    await using world = await single([], false);
    writeBig(world.terminal.cwd);
    expect(await world.terminal.run('import', 'big.csv', '--table', 'VOUCIM')).toBe(0);
    expect(world.api.requests('PUT', '/store')).toEqual([]);
  });
});

test.each([
  ['missing.csv', 'file.missing'],
  ['folder', 'file.no-file'],
  ['empty.csv', 'file.empty'],
])('%s is rejected before any request', async (name, code) => {
  await using world = await embedded(() => ({}));
  mkdirSync(join(world.terminal.cwd, 'folder'));
  writeFileSync(join(world.terminal.cwd, 'empty.csv'), '');
  expect(await world.terminal.run('import', name, '-t', 'VOUCIM', '--json')).toBe(1);
  expect(JSON.parse(world.terminal.noted).error.code).toBe(code);
  expect(world.api.heard).toEqual([]);
});

test('the rate of an upload is that of this run, without bytes that are sent again', () => {
  const shown: BarState[] = [];
  let at = 0;
  const display = { show: (state: BarState) => shown.push(state), say() {}, stop() {} };
  const meter = uploadMeter(1_000, display, () => at);
  meter.there(400);
  at = 2_000;
  meter.sent(300);
  meter.sent(-100);
  expect(shown.map(({ done, perSecond, secondsLeft }) => [done, perSecond, secondsLeft])).toEqual([
    [400, undefined, undefined],
    [700, 150, 2],
    [600, 100, 4],
  ]);
});
