import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function apiWithTable() {
  const { world, table, key } = worldWithTable(started);
  const call = importsApi(world);
  return { world, key, call, list: (query = '') => call('GET', `/imports?prefix=${table.prefix}${query}`) };
}

describe('reading imports', () => {
  test('one shows how its file was read, its counts, and its own files with an address each', async () => {
    const { world, key, call } = apiWithTable();
    const { importId, prefix } = await world.import(
      key('a b.csv'),
      'Customer ID;Postcode\r\nA;YO1 7HH\r\nB;much too long\r\n',
    );
    const { body } = await call('GET', `/imports/${importId}`);
    expect(body).toMatchObject({
      status: 'completed-with-failures',
      counts: { inserted: 1, failed: 1, total: 2 },
      reading: { encoding: 'utf-8', compression: 'none', delimiter: ';', header: true, lineEnd: 'crlf' },
    });
    const names = body.files.map(({ name }: { name: string }) => name);
    expect(names).toContain('a b.csv.log.BulkCopy.txt');
    expect(names).not.toContain('plan.json');
    for (const { key: fileKey, name, url, expiresAt } of body.files) {
      expect(fileKey).toBe(`imports/${prefix}/${importId}/${name}`);
      expect(decodeURI(url)).toContain(`${fileKey}?as=${name}`);
      expect(expiresAt).toMatch(/Z$/);
    }
    for (const hidden of ['fence', 'announced']) expect(body).not.toHaveProperty(hidden);
  });

  test('one that was rejected says why, and has its log', async () => {
    const { world, key, call } = apiWithTable();
    const { importId } = await world.import(key('a.csv'), 'neither,nor\n');
    const { body } = await call('GET', `/imports/${importId}`);
    expect(body).toMatchObject({ status: 'rejected', refusal: { code: 'file.no-usable-header' } });
    expect(body).not.toHaveProperty('reading');
    expect(body.files.length).toBeGreaterThan(0);
  });

  test('they are listed newest first, also by status, page by page', async () => {
    const { world, key, list } = apiWithTable();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const content = n % 2 === 0 ? `Customer ID,Postcode\n${n},YO1\n` : 'neither,nor\n';
      made.unshift((await world.import(key(`${n}.csv`), content)).importId);
      world.wait(1);
    }
    const ids = (page: { body: { items: { importId: string }[] } }) => page.body.items.map(({ importId }) => importId);
    expect(ids(await list())).toEqual(made);
    const rejected = await list('&status=rejected');
    expect(ids(rejected)).toEqual([made[1], made[3]]);
    const first = await list('&status=completed&limit=2');
    expect(ids(first)).toEqual([made[0], made[2]]);
    const second = await list(`&status=completed&limit=2&cursor=${first.body.nextCursor}`);
    expect([ids(second), second.body.nextCursor]).toEqual([[made[4]], undefined]);
    expect((await list('&status=done')).status).toBe(400);
  });
});
