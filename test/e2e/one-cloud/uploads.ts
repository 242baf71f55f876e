import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, ENDED, pause } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

const MiB = 1024 * 1024;

const PREFIX = 'SENT';

interface SignedPut {
  readonly url: string;
  readonly headers: Record<string, string>;
}

const announce = (change: object, role?: string) =>
  cloud.call('POST', '/imports', { prefix: PREFIX, ...change }, {}, role);

/** Uploads like any HTTP client, with only the data of the answer. */
async function put({ url, headers }: SignedPut, body: string | Uint8Array, change: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'PUT', headers: { ...headers, ...change }, body: Buffer.from(body) });
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') ?? '' };
}

async function ended(importId: string) {
  for (;;) {
    const { body } = await cloud.call('GET', `/imports/${importId}`);
    if (ENDED.includes(body.status)) return body;
    await pause();
  }
}

describe('an import by HTTP alone', () => {
  beforeAll(() => cloud.publish(PREFIX));

  test('is announced, sent, done, and its files are fetched without a token', async () => {
    const file = await readFile('samples/VoucherID.csv');
    const fileName = 'Vôucher "ID" (1).csv';
    const { status, body } = await announce({ fileName, bytes: file.length }, 'supervisor');
    expect(status).toBe(201);
    expect((await put(body.upload, file)).status).toBe(200);
    const shown = await ended(body.importId);
    expect(countsOf(shown)).toEqual({ updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 });
    expect(shown).toMatchObject({
      status: 'completed-with-failures',
      fileName,
      fileFormat: { encoding: 'utf-8', compression: 'none', delimiter: ',', header: false },
    });
    // Only the header row gives the plan a line end.
    expect(shown).not.toHaveProperty('fileFormat.lineEnd');
    expect((await cloud.call('GET', `/imports?prefix=${PREFIX}`)).body.items).toHaveLength(1);

    const failed = shown.files.find(({ name }: { name: string }) => name.endsWith('.log.BulkCopy.txt'));
    const download = await fetch(failed.url);
    expect(await download.text()).toContain('VOUCIM_1,');
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename="V_ucher _ID_ (1).csv.log.BulkCopy.txt"; filename*=UTF-8''V%C3%B4ucher%20%22ID%22%20%281%29.csv.log.BulkCopy.txt`,
    );
    const other = failed.url.replace('.log.BulkCopy.txt?', '.log.txt?');
    expect((await fetch(other)).status).toBe(403);
    expect((await put({ url: failed.url, headers: {} }, 'x')).status).toBe(403);
  });

  test('is previewed, with what it would cost', async () => {
    const { body } = await cloud.call('GET', `/imports?prefix=${PREFIX}`);
    const { key } = body.items[0].source;
    const shown = await cloud.call('POST', '/imports/preview', { prefix: PREFIX, key });
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({ customerIdFound: true, customerIdColumn: 1, estimate: { rows: 34 } });
    expect(shown.body.columns[10]).toMatchObject({ field: 'P018', reason: 'position' });
    expect(shown.body.warnings).toContainEqual(expect.objectContaining({ code: 'value.too-long', column: 11 }));
  });

  test('an address accepts exactly the announced file, and only once', async () => {
    const { body } = await announce({ fileName: 'once.csv', bytes: 20 });
    const twenty = 'Customer ID,E\nA,b@c\n';
    expect((await put(body.upload, `${twenty}\n`, { 'content-length': '21' })).status).toBe(403);
    const { 'if-none-match': _, ...unconditional } = body.upload.headers;
    expect((await put({ ...body.upload, headers: unconditional }, twenty)).status).toBe(403);
    expect((await put(body.upload, twenty)).status).toBe(200);
    expect((await put(body.upload, twenty)).status).toBe(412);
    expect((await ended(body.importId)).importId).toBe(body.importId);
  });

  test('rejects agents, and every caller for an unknown table', async () => {
    expect((await announce({ fileName: 'a.csv', bytes: 1 }, 'agent')).status).toBe(403);
    expect((await announce({ prefix: 'NOSUCH', fileName: 'a.csv', bytes: 1 })).body.code).toBe('crm-table.not-found');
  });

  test('a file over 64 MiB comes in parts, each of exactly its length', async () => {
    // Nothing that could be imported, so that the test does not wait for an import of that size.
    const file = Buffer.alloc(64 * MiB + 1, 'neither,nor\n');
    const { body } = await announce({ fileName: 'large.csv', bytes: file.length });
    const { partBytes, partCount } = body.upload;
    const numbers = Array.from({ length: partCount }, (_, index) => index + 1);
    const parts = `/imports/${body.importId}/parts`;
    const signed = (await cloud.call('POST', parts, { partNumbers: numbers })).body.items;
    const pieceOf = (number: number) => file.subarray((number - 1) * partBytes, number * partBytes);
    expect((await put(signed[0], pieceOf(1).subarray(1), { 'content-length': String(partBytes - 1) })).status).toBe(
      403,
    );
    const complete = () => cloud.call('POST', `/imports/${body.importId}/complete`, { parts: sent });
    const sent: { partNumber: number; etag: string }[] = [];
    for (const { partNumber, ...to } of signed) {
      const { status, etag } = await put(to, pieceOf(partNumber));
      expect(status).toBe(200);
      sent.push({ partNumber, etag });
      if (partNumber === 3) expect((await complete()).body.code).toBe('upload.incomplete');
    }
    expect((await cloud.call('GET', parts)).body.items).toHaveLength(partCount);
    expect((await complete()).status).toBe(200);
    expect((await complete()).status).toBe(200);
    expect(await ended(body.importId)).toMatchObject({
      status: 'rejected',
      rejection: { code: 'file.no-usable-header' },
    });
  });
});
