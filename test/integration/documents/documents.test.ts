import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { customerAccess, documentFolder } from '../../../functions/customers/index.ts';
import { uploadOfKey } from '../../../functions/documents/domain/upload.ts';
import { scanStates } from '../../../functions/documents/dynamodb/scan-states.ts';
import {
  documentRemoval,
  removeDocumentsOfCustomer,
  removeDocumentsOfShard,
} from '../../../functions/documents/index.ts';
import { s3DocumentFiles } from '../../../functions/documents/object-store/s3-document-files.ts';
import { recordScan } from '../../../functions/documents/use-cases/record-scan.ts';
import { carryOutOrders } from '../../../functions/documents/use-cases/remove-uploads.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { createS3Server } from '../../../local/s3/server.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { type WholeApi, wholeApi } from '../../support/whole-api.ts';

const BUCKET = 'documents';
const folder = await mkdtemp(join(tmpdir(), 'documents-'));
const server = createS3Server({
  directory: folder,
  buckets: [{ name: BUCKET, versioned: true }],
  credentials: { test: 'secret' },
});
const { port } = await server.listen(0);
const s3 = new S3Client({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
const files = s3DocumentFiles(s3, BUCKET, systemClock);

let dynamo: TestDynamo;
let api: WholeApi;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo, files);
  await send('POST', '/accounts', { body: { prefix: 'BRI', name: 'Brigitte', manager: 'M' } });
  const body = { prefix: 'DOCS', name: 'D', defaultCountry: 'GB' };
  const created = await send('POST', '/accounts/BRI/crm-tables', { body });
  await send('POST', '/accounts/BRI/crm-tables/DOCS/publish', { headers: matching(created.headers.etag) });
});
afterAll(async () => {
  s3.destroy();
  await server.close();
  await rm(folder, { recursive: true });
  await dynamo.stop();
});

const CUSTOMERS = '/crm-tables/DOCS/customers';
const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const matching = (value: unknown) => ({ 'if-match': String(value) });
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('base64');
const pdf = (text: string) => `%PDF-1.7\n${text}`;
const history = async (id: string, role = 'agent') =>
  (await send('GET', `${CUSTOMERS}/${id}/history`, { role })).body.items;
const usage = async () => (await send('GET', '/accounts/BRI/document-usage', { role: 'agent' })).body;
const setRules = async (documents: object | null) => {
  const { body, headers } = await send('GET', '/accounts/BRI');
  const { name, manager } = body;
  const change = { body: { name, manager, documents }, headers: matching(headers.etag) };
  expect((await send('PUT', '/accounts/BRI', change)).status).toBe(200);
};

async function addCustomer(customerId: string): Promise<void> {
  expect((await send('POST', CUSTOMERS, { body: { customerId, values: { P011: 'Smith' } } })).status).toBe(201);
}

interface Announced {
  readonly name?: string;
  readonly documentId?: string;
}

const announce = (id: string, content: string | Buffer, { name = 'Vertrag.pdf', ...more }: Announced = {}) =>
  send('POST', `${CUSTOMERS}/${id}/document-uploads`, {
    role: 'agent',
    body: { name, bytes: Buffer.byteLength(content), sha256: sha256(content), ...more },
  });

async function put(
  { url, headers }: { readonly url: string; readonly headers: Record<string, string> },
  content: string | Buffer,
) {
  const response = await fetch(url, { method: 'PUT', headers, body: content });
  return { status: response.status, code: /<Code>(\w+)/.exec(await response.text())?.[1] };
}

/** A second after what came before. */
const complete = (id: string, uploadId: string, role = 'agent') => {
  api.wait(1);
  return send('POST', `${CUSTOMERS}/${id}/document-uploads/${uploadId}/completion`, { role });
};

async function attach(id: string, content: string | Buffer, announced?: Announced) {
  const started = await announce(id, content, announced);
  expect(started.status).toBe(201);
  expect(await put(started.body.upload, content)).toEqual({ status: 200, code: undefined });
  return complete(id, started.body.uploadId);
}

const addressOf = async (id: string, documentId: string, version = 1, use = 'show') =>
  send('GET', `${CUSTOMERS}/${id}/documents/${documentId}/versions/${version}/address?use=${use}`, { role: 'agent' });

async function keys(): Promise<readonly string[]> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  return [...Versions, ...DeleteMarkers].map(({ Key = '' }) => Key);
}

/** How many stored items of the table hold the text. */
async function itemsWith(text: string): Promise<number> {
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: dynamo.customersTable }));
  return Items.filter((item) => JSON.stringify(item).includes(text)).length;
}

const removalPorts = (now: string) => ({
  ...documentRemoval(dynamo.client, dynamo.customersTable, s3, BUCKET),
  clock: { now: () => new Date(now) },
});

describe('a file', () => {
  test('is taken by its address only with the announced size and content, once', async () => {
    await addCustomer('SENT');
    const content = pdf('one');
    const { body } = await announce('SENT', content);
    const { upload, uploadId } = body;
    expect(await put(upload, pdf('two'))).toMatchObject({ status: 400, code: 'BadDigest' });
    const longer = { ...upload, headers: { ...upload.headers, 'content-length': String(content.length + 1) } };
    expect(await put(longer, `${content}x`)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    const other = { ...upload, headers: { ...upload.headers, 'x-amz-checksum-sha256': sha256(pdf('two')) } };
    expect(await put(other, pdf('two'))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    const { 'x-amz-checksum-sha256': _, ...unchecked } = upload.headers;
    expect(await put({ ...upload, headers: unchecked }, content)).toMatchObject({ status: 403 });
    const typed = { ...upload, headers: { ...upload.headers, 'content-type': 'text/html' } };
    expect(await put(typed, content)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await complete('SENT', uploadId)).toMatchObject({ status: 409, body: { code: 'document.not-arrived' } });
    expect(await history('SENT')).toHaveLength(1);

    expect(await put(upload, content)).toMatchObject({ status: 200 });
    expect(await put(upload, content)).toMatchObject({ status: 412, code: 'PreconditionFailed' });
    const foreign = await complete('SENT', uploadId, 'supervisor');
    expect(foreign).toMatchObject({ status: 404, body: { code: 'document-upload.not-found' } });
    const first = await complete('SENT', uploadId);
    const again = await complete('SENT', uploadId);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await history('SENT')).toMatchObject([{ kind: 'document', name: 'Vertrag.pdf' }, { kind: 'created' }]);
  });

  test('whose content is not of the type of its name is not attached', async () => {
    await addCustomer('WRONG');
    const html = await attach('WRONG', '<script>alert(1)</script>', { name: 'bill.pdf' });
    expect(html).toMatchObject({ status: 422, body: { code: 'document.wrong-content' } });
    expect(await history('WRONG')).toHaveLength(1);
  });

  test('is announced with a type and a size that the account takes, and a name without a folder', async () => {
    await addCustomer('RULES');
    await setRules({ types: ['pdf', 'svg'], mostBytes: 20 });
    expect((await usage()).rules).toEqual({ types: ['pdf', 'svg'], mostBytes: 20, quotaBytes: 20 * 1024 ** 3 });
    const large = await announce('RULES', pdf('longer than 20 bytes'));
    expect(large).toMatchObject({ status: 422, body: { code: 'document.too-large' } });
    const program = await announce('RULES', 'x', { name: 'invoice.pdf.exe' });
    expect(program).toMatchObject({ status: 422, body: { code: 'document.type-not-allowed' } });
    for (const name of ['a/b.pdf', 'a\\b.pdf', 'a\nb.pdf', '\u200b', `${'x'.repeat(252)}.pdf`])
      expect((await announce('RULES', 'x', { name })).status).toBe(400);
    await setRules(null);
  });
});

describe('a document', () => {
  test('is shown inline with a fixed type, or saved under its name in any script', async () => {
    await addCustomer('OPEN');
    const name = 'Größe "€" 契約 100%.pdf';
    const { body } = await attach('OPEN', pdf('open'), { name });
    const shown = await addressOf('OPEN', body.documentId);
    expect(shown.body).toMatchObject({ isInline: true, mediaType: 'application/pdf' });
    expect(Date.parse(shown.body.expiresAt) - Date.now()).toBeLessThanOrEqual(5 * 60 * 1000);
    const inline = await fetch(shown.body.url);
    expect(await inline.text()).toBe(pdf('open'));
    expect(inline.headers.get('content-type')).toBe('application/pdf');
    const disposition = inline.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; /);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name);
    const saved = await fetch((await addressOf('OPEN', body.documentId, 1, 'download')).body.url);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    const changed = shown.body.url.replace('application%2Fpdf', 'text%2Fhtml');
    expect((await fetch(changed)).status).toBe(403);
  });

  test('that a page could run is only saved', async () => {
    await addCustomer('SVG');
    await setRules({ types: ['svg', 'html', 'xml'] });
    for (const name of ['logo.svg', 'page.HTML', 'feed.xml']) {
      const { body } = await attach('SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', { name });
      const { body: address } = await addressOf('SVG', body.documentId);
      expect(address).toMatchObject({ isInline: false, mediaType: 'application/octet-stream' });
      const { headers } = await fetch(address.url);
      expect(headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(headers.get('content-type')).toBe('application/octet-stream');
    }
    await setRules(null);
  });

  test('has versions, of which each can be opened', async () => {
    await addCustomer('VERSIONS');
    const first = await attach('VERSIONS', pdf('first'));
    const { documentId } = first.body;
    const second = await attach('VERSIONS', pdf('second'), { name: 'Vertrag 2.pdf', documentId });
    expect(second.body).toMatchObject({ documentId, revision: 2, name: 'Vertrag 2.pdf' });
    const [change, entry] = await history('VERSIONS');
    expect(change).toMatchObject({ kind: 'document-version', documentId });
    expect(entry).toMatchObject({ kind: 'document', revision: 2, at: first.body.at, updatedAt: change.at });
    const { body } = await send('GET', `${CUSTOMERS}/VERSIONS/documents/${documentId}`, { role: 'agent' });
    expect(body.versions.map(({ version, name }: never) => [version, name])).toEqual([
      [2, 'Vertrag 2.pdf'],
      [1, 'Vertrag.pdf'],
    ]);
    const contents = [1, 2].map(async (version) => {
      const { url } = (await addressOf('VERSIONS', documentId, version)).body;
      return (await fetch(url)).text();
    });
    expect(await Promise.all(contents)).toEqual([pdf('first'), pdf('second')]);
    expect((await addressOf('VERSIONS', documentId, 3)).status).toBe(404);
  });

  test('is found in the history by its name, and not by people who may not read documents', async () => {
    await addCustomer('FIND');
    await attach('FIND', pdf('find'), { name: 'Kündigung März.pdf' });
    const search = (body: object, role = 'agent') => send('POST', `${CUSTOMERS}/FIND/history-searches`, { role, body });
    expect((await search({ text: 'kundigung' })).body.items).toHaveLength(1);
    expect((await search({ kinds: ['document'] })).body.items).toHaveLength(1);
    expect((await search({ kinds: ['document'] }, 'reader')).body.items).toEqual([]);
    expect((await history('FIND', 'reader')).map(({ kind }: { kind: string }) => kind)).toEqual(['created']);
  });

  test('is deleted by its author or a supervisor, with every version of its files', async () => {
    await addCustomer('GONE');
    const before = { usage: await usage(), keys: await keys() };
    const { body } = await attach('GONE', pdf('gone-1'), { name: 'secret-name.pdf' });
    await attach('GONE', pdf('gone-2'), { name: 'secret-name.pdf', documentId: body.documentId });
    const remove = (role: string, etag = '"2"') =>
      send('DELETE', `${CUSTOMERS}/GONE/documents/${body.documentId}?reason=personal-data`, {
        ...{ role, headers: matching(etag) },
      });
    expect(await remove('agent@BRI')).toMatchObject({ status: 403, body: { code: 'document.not-yours' } });
    expect((await remove('agent', '"1"')).status).toBe(412);
    expect(await usage()).toMatchObject({ files: before.usage.files + 2 });
    api.wait(1);
    expect((await remove('supervisor')).status).toBe(204);
    expect(await keys()).toEqual(before.keys);
    expect(await usage()).toEqual(before.usage);
    expect(await itemsWith('secret-name')).toBe(0);
    expect(await history('GONE')).toMatchObject([
      { kind: 'document-deleted', reason: 'personal-data' },
      { kind: 'document-version' },
      { kind: 'document', isDeleted: true, name: '' },
      { kind: 'created' },
    ]);
    expect((await addressOf('GONE', body.documentId)).status).toBe(404);
  });
});

describe('the quota of an account', () => {
  test('holds for files that are completed at the same time', async () => {
    await addCustomer('QUOTA');
    const { bytes } = await usage();
    const content = pdf('0123456789');
    await setRules({ quotaBytes: bytes + 3 * content.length });
    const started = await Promise.all(Array.from({ length: 6 }, () => announce('QUOTA', content)));
    await Promise.all(started.map(({ body }) => put(body.upload, content)));
    const ended = await Promise.all(started.map(({ body }) => complete('QUOTA', body.uploadId)));
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409]);
    expect(ended.find(({ status }) => status === 409)?.body.code).toBe('documents.quota-exceeded');
    expect((await usage()).bytes).toBe(bytes + 3 * content.length);
    expect(await announce('QUOTA', content)).toMatchObject({ status: 409, body: { code: 'documents.quota-exceeded' } });
    await setRules(null);
  });
});

describe('an upload that is not completed', () => {
  test('leaves nothing after a day, and cannot be completed any more', async () => {
    await addCustomer('OPENED');
    const content = pdf('never');
    const { body } = await announce('OPENED', content);
    await put(body.upload, content);
    const isThere = async () => (await keys()).some((key) => key.endsWith(body.uploadId));
    const stored = await attach('OPENED', pdf('stays'));
    // The API of the test has a clock of its own.
    const startedAt = Date.parse(stored.body.at);
    const portsAt = (hours: number) => removalPorts(new Date(startedAt + hours * 3_600_000).toISOString());
    await carryOutOrders(portsAt(23), 60_000);
    expect(await isThere()).toBe(true);
    await carryOutOrders(portsAt(25), 60_000);
    expect(await isThere()).toBe(false);
    expect(await complete('OPENED', body.uploadId)).toMatchObject({ status: 404 });
    const kept = await fetch((await addressOf('OPENED', stored.body.documentId)).body.url);
    expect(await kept.text()).toBe(pdf('stays'));
  });
});

describe('a scan', () => {
  const scanned = (key: string, scanResultStatus: string) => {
    const { events } = customerAccess(dynamo.client, dynamo.customersTable);
    const states = scanStates(dynamo.client, dynamo.customersTable, events);
    const s3ObjectDetails = { bucketName: BUCKET, objectKey: key };
    return recordScan(
      { states, bucket: BUCKET },
      { detail: { s3ObjectDetails, scanResultDetails: { scanResultStatus } } },
    );
  };
  const keyOf = async (uploadId: string) => (await keys()).find((key) => key.endsWith(uploadId)) ?? '';

  test('is shown, also if it ends before the completion, and what is infected cannot be opened', async () => {
    await addCustomer('SCAN');
    const content = pdf('scan');
    const { body } = await announce('SCAN', content);
    await put(body.upload, content);
    const key = await keyOf(body.uploadId);
    expect(uploadOfKey(key)).toMatchObject({
      folder: { accountPrefix: 'BRI', prefix: 'DOCS' },
      uploadId: body.uploadId,
    });
    await scanned(key, 'NO_THREATS_FOUND');
    const first = await complete('SCAN', body.uploadId);
    expect(first.body).toMatchObject({ scan: 'clean' });
    const { documentId } = first.body;
    const second = await attach('SCAN', pdf('eicar'), { documentId });
    expect(second.body).toMatchObject({ scan: 'not-scanned' });
    const newest = (await keys()).filter((each) => each.startsWith(key.slice(0, -28)) && each !== key);
    await scanned(newest[0] ?? '', 'UNSUPPORTED');
    expect((await history('SCAN'))[1]).toMatchObject({ scan: 'not-scanned' });
    await scanned(newest[0] ?? '', 'THREATS_FOUND');
    expect((await history('SCAN'))[1]).toMatchObject({ kind: 'document', scan: 'infected' });
    expect(await addressOf('SCAN', documentId, 2)).toMatchObject({ status: 409, body: { code: 'document.infected' } });
    expect((await addressOf('SCAN', documentId, 1)).status).toBe(200);
    await scanned('BRI/DOCS/0/unknown', 'THREATS_FOUND');
  });
});

describe('a deleted customer', () => {
  test('loses its documents with their names; a customer in its place has none of them', async () => {
    await addCustomer('LEFT');
    const before = (await usage()).files;
    const { body } = await attach('LEFT', pdf('left'), { name: 'left-secret.pdf' });
    const { body: open } = await announce('LEFT', pdf('open'));
    await put(open.upload, pdf('open'));
    const removed = { role: 'supervisor', headers: matching('*') };
    expect((await send('DELETE', `${CUSTOMERS}/LEFT?reason=other`, removed)).status).toBe(204);
    const folderOf = (await keys()).find((key) => key.endsWith(open.uploadId))?.slice(0, -28);
    expect(folderOf).toMatch(/^BRI\/DOCS\/\d+\/[0-9a-f]{32}\/$/);
    api.wait(1);
    await addCustomer('LEFT');
    await carryOutOrders(removalPorts(new Date(Date.parse(body.at) + 1_000_000).toISOString()), 60_000);
    expect((await keys()).filter((key) => key.startsWith(folderOf ?? ''))).toEqual([]);
    expect((await usage()).files).toBe(before);
    expect(await itemsWith('left-secret')).toBe(0);
    expect((await addressOf('LEFT', body.documentId)).status).toBe(404);
    expect((await complete('LEFT', open.uploadId)).status).toBe(404);
    expect((await history('LEFT')).filter(({ isDeleted }: { isDeleted?: boolean }) => isDeleted)).toHaveLength(1);
  });
});

test('all documents of a customer can be removed, and all of a CRM table', async () => {
  const ports = removalPorts(new Date().toISOString());
  const table = { accountPrefix: 'BRI', prefix: 'DOCS', shardCount: 16 };
  await addCustomer('ONE');
  const { body } = await attach('ONE', pdf('one'));
  expect(await removeDocumentsOfCustomer(ports, documentFolder(table, 'ONE'))).toBe(1);
  expect((await addressOf('ONE', body.documentId)).status).toBe(404);
  expect(await keys()).not.toEqual([]);
  for (let shard = 0; shard < 16; shard += 1) {
    expect(await removeDocumentsOfShard(ports, table, shard, () => true)).toMatchObject({ isComplete: true });
  }
  expect(await keys()).toEqual([]);
  expect(await usage()).toMatchObject({ bytes: 0, files: 0 });
});
