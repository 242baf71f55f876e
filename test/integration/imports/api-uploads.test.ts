import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

const MiB = 1024 * 1024;

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function apiWithTable(limits: Record<string, number> = {}) {
  const { world, table } = worldWithTable(started, limits);
  const call = importsApi(world);
  const announce = (change: object = {}, headers: Record<string, string> = {}) =>
    call('POST', '/imports', { body: { prefix: table.prefix, fileName: 'a.csv', bytes: 10, ...change }, headers });
  return { world, prefix: table.prefix, call, announce };
}

/** As small as a file is that comes in parts: 8 of 8 MiB, and one byte. */
const LARGE = 64 * MiB + 1;

describe('announcing a file', () => {
  test('makes an import that awaits it, and an address for exactly its bytes', async () => {
    const { world, prefix, announce, call } = apiWithTable();
    const { status, body, headers } = await announce({ prefix: prefix.toLowerCase(), fileName: 'Vôucher 1.csv' });
    expect(status).toBe(201);
    expect(headers.location).toBe(`/imports/${body.importId}`);
    const key = `uploads/${prefix}/${body.importId}/Vôucher 1.csv`;
    expect(body).toMatchObject({
      prefix,
      accountPrefix: 'BRI',
      status: 'awaiting-upload',
      requestedBy: 'tester',
      source: { key, versionId: '' },
      upload: { kind: 'single', method: 'PUT', headers: { 'content-length': '10', 'if-none-match': '*' } },
    });
    expect(decodeURI(body.upload.url)).toContain(key);
    expect(await world.find(body.importId)).toMatchObject({ announced: { bytes: 10 }, requested: { options: {} } });
    expect((await call('GET', `/imports/${body.importId}`)).body).toMatchObject({
      status: 'awaiting-upload',
      files: [],
    });
  });

  test.each([
    [{ fileName: 'a/b.csv' }, '/fileName'],
    [{ fileName: '..' }, '/fileName'],
    [{ fileName: ' ' }, '/fileName'],
    [{ fileName: 'a\u0007.csv' }, '/fileName'],
    [{ fileName: `${'é'.repeat(449)}.csv` }, '/fileName'],
    [{ bytes: 0 }, '/bytes'],
    [{ bytes: 1.5 }, '/bytes'],
    [{ bytes: 1_001 }, '/bytes'],
    [{ definition: 'none such' }, '/definition'],
    [{ options: { delimiter: 'xx' } }, '/options/delimiter'],
    [{ options: { strictFields: ['P018'] } }, '/options/strictFields/0'],
    [{ mapping: [{ column: 'x', field: 'P999' }] }, '/mapping/0/field'],
    [
      {
        mapping: [
          { column: 1, field: 'P008' },
          { column: 2, field: 'P008' },
        ],
      },
      '/mapping/1/field',
    ],
    [
      {
        mapping: [
          { column: 'A', field: null },
          { column: 'a', field: 'P008' },
        ],
      },
      '/mapping/1/column',
    ],
    [{ confirmedDollars: -1 }, '/confirmedDollars'],
  ])('%j is rejected at once, naming %s', async (change, pointer) => {
    const { announce } = apiWithTable({ fileBytes: 1_000 });
    const { status, body } = await announce(change);
    expect(status).toBe(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test('a name of 900 bytes is taken', async () => {
    const { announce } = apiWithTable();
    expect((await announce({ fileName: `${'é'.repeat(448)}.csv` })).status).toBe(201);
  });

  test('options that contradict each other are rejected', async () => {
    const { announce } = apiWithTable();
    const { status, body } = await announce({ options: { mode: 'update-only', customerId: 'none' } });
    expect([status, body.code]).toEqual([400, 'options.invalid']);
  });

  test('an unknown or unpublished CRM table is rejected', async () => {
    const { world, announce } = apiWithTable();
    expect(await announce({ prefix: 'NOSUCH' })).toMatchObject({ status: 404, body: { code: 'crm-table.not-found' } });
    world.tables.drafts.add('DRAFT');
    expect(await announce({ prefix: 'DRAFT' })).toMatchObject({
      status: 409,
      body: { code: 'crm-table.not-published' },
    });
  });

  test('rejects an agent', async () => {
    const { call } = apiWithTable();
    expect((await call('POST', '/imports', { role: 'agent', body: {} })).status).toBe(403);
  });
});

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'once' };
  const requested = {
    options: { delimiter: 'comma', blank: 'keep' },
    mapping: [{ column: 2, field: 'P018', values: { a: 'b' } }],
    confirmedDollars: 2,
  };

  test('answers a repetition with the same import', async () => {
    const { prefix, announce, call } = apiWithTable();
    const first = await announce(requested, { 'idempotency-key': `${prefix}-1` });
    const again = await announce(requested, { 'idempotency-key': `${prefix}-1` });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await call('GET', `/imports?prefix=${prefix}`)).body.items).toHaveLength(1);
    const other = await announce(requested, { 'idempotency-key': `${prefix}-2` });
    expect(other.body.importId).not.toBe(first.body.importId);
  });

  test.each([{ bytes: 11 }, { fileName: 'b.csv' }, { options: {} }, { mapping: [] }, { confirmedDollars: 3 }])(
    'and rejects another request: %j',
    async (change) => {
      const { prefix, announce } = apiWithTable();
      const own = { 'idempotency-key': `${prefix}-1` };
      await announce(requested, own);
      expect(await announce({ ...requested, ...change }, own)).toMatchObject({
        status: 422,
        body: { code: 'idempotency-key.reused' },
      });
    },
  );

  test('of two large uploads at once leaves one upload open', async () => {
    const { world, announce } = apiWithTable();
    const answers = await Promise.all([1, 2, 3].map(() => announce({ bytes: LARGE }, key)));
    expect(new Set(answers.map(({ body }) => body.importId)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(world.bucket.openUploads()).toBe(1);
  });
});

describe('a file over 64 MiB', () => {
  async function announceLarge() {
    const { world, announce, call } = apiWithTable();
    const { body } = await announce({ bytes: LARGE, fileName: 'large.csv' });
    const { importId, source } = body;
    const uploadId = (await world.find(importId)).announced?.multipart?.uploadId ?? '';
    const send = (partNumber: number, bytes: number) =>
      world.bucket.putPart(source.key, uploadId, partNumber, new Uint8Array(bytes));
    const sendAll = async () => {
      const parts = [];
      for (let number = 1; number <= 9; number += 1) parts.push(await send(number, number === 9 ? 1 : 8 * MiB));
      return parts;
    };
    const complete = (parts: unknown) => call('POST', `/imports/${importId}/complete`, { body: { parts } });
    return { world, body, importId, key: source.key, send, sendAll, complete, call };
  }

  test('comes in parts of 8 MiB, whose addresses are for exactly their bytes', async () => {
    const { body, importId, call } = await announceLarge();
    expect(body.upload).toEqual({ kind: 'multipart', partBytes: 8 * MiB, partCount: 9 });
    const signed = await call('POST', `/imports/${importId}/parts`, { body: { partNumbers: [9, 1] } });
    expect(signed.body.items).toMatchObject([
      { partNumber: 9, method: 'PUT', headers: { 'content-length': '1' } },
      { partNumber: 1, headers: { 'content-length': String(8 * MiB) } },
    ]);
    const unknown = await call('POST', `/imports/${importId}/parts`, { body: { partNumbers: [1, 10] } });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '/partNumbers/1' }] } });
  });

  test('lists what has arrived, is joined once all has, and again without harm', async () => {
    const { world, importId, key, send, sendAll, complete, call } = await announceLarge();
    const second = await send(2, 8 * MiB);
    expect((await call('GET', `/imports/${importId}/parts`)).body).toEqual({
      bytes: LARGE,
      partBytes: 8 * MiB,
      partCount: 9,
      items: [{ ...second, bytes: 8 * MiB }],
    });
    const early = await complete([second]);
    expect(early).toMatchObject({ status: 400, body: { code: 'upload.incomplete' } });
    expect(early.body.errors[0].detail).toContain('Part 1 has not arrived');
    const parts = await sendAll();
    const joined = await complete([...parts].reverse());
    expect(joined).toMatchObject({ status: 200, body: { importId } });
    expect((await world.bucket.head(key))?.size).toBe(LARGE);
    expect((await complete(parts)).status).toBe(200);
    expect((await complete([parts[0]])).status).toBe(200);
  });

  test.each([
    ['a part of another size', 3, 8 * MiB - 1, 'part.wrong-size'],
    ['a last part that is too long', 9, 2, 'part.wrong-size'],
  ])('is not joined with %s, and can be corrected', async (_, partNumber, bytes, code) => {
    const { world, key, send, sendAll, complete } = await announceLarge();
    const parts = await sendAll();
    const wrong = await send(partNumber, bytes);
    const rejected = await complete(parts.map((part) => (part.partNumber === partNumber ? wrong : part)));
    expect(rejected).toMatchObject({ status: 400, body: { code: 'upload.incomplete', errors: [{ code }] } });
    expect(rejected.body.errors[0].detail).toContain(`Part ${partNumber} has ${bytes} bytes`);
    expect(await world.bucket.head(key)).toBeUndefined();
    expect((await complete(await sendAll())).status).toBe(200);
  });

  test('is not joined by an ETag of a part that was replaced, nor with a part too many', async () => {
    const { send, sendAll, complete } = await announceLarge();
    const parts = await sendAll();
    const stale = await complete(parts.with(4, { partNumber: 5, etag: '"older"' }));
    expect(stale.body.errors).toMatchObject([{ code: 'part.changed' }]);
    const tenth = await send(10, 1);
    expect((await complete([...parts, tenth])).body.errors).toMatchObject([{ code: 'part.unknown' }]);
    expect((await complete([...parts, parts[0]])).body.errors).toMatchObject([{ code: 'part.repeated' }]);
  });

  test('is rejected when its upload is gone', async () => {
    const { world, importId, sendAll, complete, call } = await announceLarge();
    const parts = await sendAll();
    world.bucket.abortUploads();
    expect(await complete(parts)).toMatchObject({ status: 409, body: { code: 'upload.gone' } });
    expect(await call('GET', `/imports/${importId}/parts`)).toMatchObject({
      status: 409,
      body: { code: 'upload.gone' },
    });
  });

  test('has no parts if it is small, or if the import does not exist', async () => {
    const { announce, call } = apiWithTable();
    const { importId } = (await announce()).body;
    expect((await call('GET', `/imports/${importId}/parts`)).body.code).toBe('upload.no-parts');
    expect((await call('GET', '/imports/none/parts')).status).toBe(404);
  });
});
