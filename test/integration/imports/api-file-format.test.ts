import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRoutes } from '../../../functions/imports/routes/read-routes.ts';
import { FakeAddresses } from '../../support/fake-addresses.ts';
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
      fileFormat: { encoding: 'utf-8', compression: 'none', delimiter: ';', header: true, lineEnd: 'crlf' },
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

  test('a rejected one has its reason and its log', async () => {
    const { world, key, call } = apiWithTable();
    const { importId } = await world.import(key('a.csv'), 'neither,nor\n');
    const { body } = await call('GET', `/imports/${importId}`);
    expect(body).toMatchObject({ status: 'rejected', rejection: { code: 'file.no-usable-header' } });
    expect(body).not.toHaveProperty('fileFormat');
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

  test('those of all CRM tables are listed together, uploads that name no CRM table among them', async () => {
    const { world, key, call, list } = apiWithTable();
    const [, prefix = ''] = key('').split('/');
    await world.import('uploads/NOSUCH/a.csv', 'Customer ID\nA\n');
    world.wait(1);
    await world.import(key('b.csv'), 'Customer ID,Postcode\nB,YO1\n');
    world.wait(1);
    await world.import('nowhere.csv', 'Customer ID\nC\n');
    const shown = (page: { body: { items: { prefix: string; fileName: string; rejection?: { code: string } }[] } }) =>
      page.body.items.map(({ prefix: table, fileName, rejection }) => [table, fileName, rejection?.code]);
    const nowhere = ['', 'nowhere.csv', 'upload.no-prefix'];
    const noSuch = ['NOSUCH', 'a.csv', 'crm-table.unknown'];
    const first = await call('GET', '/imports?limit=2');
    expect(shown(first)).toEqual([nowhere, [prefix, 'b.csv', undefined]]);
    expect(shown(await call('GET', `/imports?limit=1&cursor=${first.body.nextCursor}`))).toEqual([noSuch]);
    expect(shown(await call('GET', '/imports?prefix=nosuch'))).toEqual([noSuch]);
    expect(shown(await list())).toEqual([[prefix, 'b.csv', undefined]]);
    // A cursor of the list of all imports is invalid for the list of one table.
    expect((await list(`&cursor=${first.body.nextCursor}`)).status).toBe(400);
  });

  test('those of other accounts are not listed for a caller whose permission holds for one', async () => {
    const { world, key } = apiWithTable();
    const { importId } = await world.import(key('a.csv'), 'Customer ID,Postcode\nA,YO1\n');
    await world.import('uploads/NOSUCH/a.csv', 'Customer ID\nA\n');
    const route = readRoutes.find(({ operationId }) => operationId === 'listImports');
    if (!route) throw new Error('There is no list of imports');
    const listedFor = async (accounts: readonly string[]) => {
      const caller = {
        userId: 'u',
        grants: [{ role: 'any', name: 'Any', permissions: ['customers.import'] as const, accounts }],
      };
      const request = { id: 'r', params: {}, query: {}, headers: {}, body: undefined, caller };
      const answer = await route.call(
        { ...world.ports, directory: world.tables, addresses: new FakeAddresses() },
        request,
      );
      return (answer.body as { items: { importId: string }[] }).items.map((each) => each.importId);
    };
    expect(await listedFor(['BRI'])).toEqual([importId]);
    expect(await listedFor(['OTH'])).toEqual([]);
  });
});
