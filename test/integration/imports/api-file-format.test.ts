import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRoutes } from '../../../functions/imports/routes/read-routes.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { FakeAddresses } from '../../support/fake-addresses.ts';
import { startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { testOrigin } from '../../support/origin.ts';
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
        grants: [{ role: 'any', name: 'Any', permissions: ['customers.import'] as const, accounts, fieldRules: [] }],
      };
      const { receivedAt, address, auditRetentionDays } = testOrigin();
      const parts = { params: {}, query: {}, headers: {}, body: undefined };
      const request = { id: 'r', ...parts, caller, receivedAt, address, auditRetentionDays };
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

describe('correcting an import', () => {
  /** An import of one good and one failed record, with a value map, by a definition that is changed afterwards. */
  async function importWithFailure() {
    const { world, key, call } = apiWithTable();
    const [, prefix = ''] = key('').split('/');
    const { importId } = await world.import(
      key('a.csv'),
      'exported by hand\nCustomer ID;Left out;Postcode;Note\nA;x;YO1;Y\nB;"x;""y";much too long;N\n',
      { blank: 'keep' },
    );
    const correct = (change: object = {}) =>
      call('POST', '/imports', { body: { prefix, fileName: 'a.csv', bytes: 10, corrects: importId, ...change } });
    return { world, prefix, importId, call, correct };
  }

  test('the columns show the whole file with its mapping, and where the records of a failure file begin', async () => {
    const { world, importId, call } = await importWithFailure();
    const { body } = await call('GET', `/imports/${importId}/columns`);
    expect(body).toMatchObject({ delimiter: ';', header: true });
    expect(body.items).toEqual([
      { name: 'Customer ID', field: 'P008' },
      { name: 'Left out', field: null },
      { name: 'Postcode', field: 'P018' },
      { name: 'Note', field: 'P021' },
    ]);
    const failed = await world.bytes(await world.find(importId), 'BulkCopy');
    expect(failed?.subarray(body.recordsFrom).toString()).toBe('B;"x;""y";much too long;N\n');
  });

  test('a correction has the options and the mapping of the first import, not those of the default definition', async () => {
    const { world, prefix, importId, call, correct } = await importWithFailure();
    world.definitions.saved.push({
      definitionId: 'd',
      prefix,
      name: 'Default',
      isDefault: true,
      options: { blank: 'clear', mode: 'insert-only' },
      mapping: [{ column: 3, field: 'P021' }],
      version: 1,
      tableVersion: 1,
      createdAt: '2026-11-22T11:00:00.000Z',
      updatedAt: '2026-11-22T11:00:00.000Z',
    });
    const { status, body } = await correct({ options: { delimiter: 'comma', skipLines: 0 } });
    expect({ status, corrects: body.corrects }).toEqual({ status: 201, corrects: importId });
    expect(body.requested.options).toMatchObject({ delimiter: ',', header: true, blank: 'keep', mode: 'upsert' });
    const { source } = await world.find(body.importId);
    const arrival = await world.put(source.key, 'Customer ID,Left out,Postcode,Note\nB,x,YO1,N\n');
    await startImport(world.ports, arrival);
    await world.runAll();
    const corrected = (await call('GET', `/imports/${body.importId}`)).body;
    expect(corrected).toMatchObject({ status: 'completed', corrects: importId, counts: { inserted: 1, total: 1 } });
    expect(corrected.definition).toBeUndefined();
    const { items } = (await call('GET', `/imports/${importId}/corrections`)).body;
    expect(items).toEqual([expect.objectContaining({ importId: body.importId, status: 'completed' })]);
    expect((await call('GET', `/imports/${body.importId}/corrections`)).body).toEqual({ items: [] });
  });

  test('a repeated request makes one correction', async () => {
    const { prefix, importId, call } = await importWithFailure();
    const send = (corrects?: string) =>
      call('POST', '/imports', {
        body: { prefix, fileName: 'a.csv', bytes: 10, ...(corrects && { corrects }) },
        headers: { 'idempotency-key': `of-${importId}` },
      });
    const [first, second] = [await send(importId), await send(importId)];
    expect(second.body.importId).toBe(first.body.importId);
    expect((await call('GET', `/imports/${importId}/corrections`)).body.items).toHaveLength(1);
    expect((await send()).body.code).toBe('idempotency-key.reused');
  });

  test.each([
    [{ corrects: '20261122T110225Z-000000000000' }, '/corrects', 'corrects.not-found'],
    [{ options: { mode: 'insert-only' } }, '/options/mode', 'corrects.decided'],
    [{ mapping: [] }, '/mapping', 'corrects.decided'],
    [{ definition: 'd' }, '/definition', 'corrects.decided'],
  ])('rejects %j', async (change, pointer, code) => {
    const { correct } = await importWithFailure();
    const { status, body } = await correct(change);
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  test('rejects the correction of an import of another table, and of one without failed records', async () => {
    const { prefix, call, correct } = await importWithFailure();
    const other = await importWithFailure();
    expect((await correct({ corrects: other.importId })).body.errors).toMatchObject([{ code: 'corrects.not-found' }]);
    const waiting = (await call('POST', '/imports', { body: { prefix, fileName: 'b.csv', bytes: 9 } })).body.importId;
    expect((await correct({ corrects: waiting })).body.errors).toMatchObject([{ code: 'corrects.no-failures' }]);
    expect(await call('GET', `/imports/${waiting}/columns`)).toMatchObject({
      status: 409,
      body: { code: 'import.not-planned' },
    });
  });
});
