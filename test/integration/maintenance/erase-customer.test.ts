import { gzipSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentRemoval, personDocuments } from '../../../functions/documents/index.ts';
import { exportFileRemoval } from '../../../functions/exports/index.ts';
import { workRemoval } from '../../../functions/imports/index.ts';
import { cleanIndex } from '../../../functions/imports/use-cases/search-index/clean-index.ts';
import { erasureOf, indexRewrite } from '../../../functions/maintenance/dynamodb/erasure-adapters.ts';
import { S3PersonFiles } from '../../../functions/maintenance/object-store/s3-person-files.ts';
import { subjectOf } from '../../../functions/maintenance/use-cases/erase-customer/order-erasure.ts';
import { workThroughJobs } from '../../../functions/maintenance/use-cases/work-through-jobs.ts';
import { BACK_OFF, BackOff } from '../../../functions/shared/dynamodb/back-off.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { log } from '../../../functions/shared/observability/logger.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { maintenancePortsOn } from '../../support/maintenance-ports.ts';
import { VersionedBucket } from '../../support/versioned-bucket.ts';
import { importUpload, type WholeApi, wholeApi, writeIndex } from '../../support/whole-api.ts';

const MARKER = 'Zoltanmarker';
const EMAIL = 'zoltan.marker@example.com';
const ID = 'C-ERASED';

let dynamo: TestDynamo;
let api: WholeApi;
let bucket: VersionedBucket;
/** How far the clock of the worker is ahead, in minutes. */
let ahead = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
  bucket = new VersionedBucket();
});
afterAll(() => dynamo.stop());

const post = (address: string, body?: unknown, headers = {}) => call(api.handler, 'POST', address, { body, headers });
const get = (address: string) => call(api.handler, 'GET', address);

const laterClock = { now: () => new Date(api.imports.clock.now().getTime() + ahead * 60_000) };

async function work(): Promise<void> {
  const { client, controlTable, customersTable, searchTable } = dynamo;
  const backOff = new BackOff({ ...BACK_OFF, logger: log });
  const ports = {
    ...maintenancePortsOn(dynamo, laterClock),
    customer: erasureOf({ client, table: customersTable, backOff }, { client, table: searchTable, backOff }),
    documents: personDocuments(documentRemoval(client, customersTable, bucket.client, 'documents')),
    files: new S3PersonFiles(bucket.client, 'data'),
    index: indexRewrite(new ControlTable(client, controlTable), api.imports.heads),
    workingFiles: workRemoval(bucket.client, 'data'),
    exportFiles: exportFileRemoval(bucket.client, 'data'),
    indexJobs: { holdAndCheck: async () => 'free' as const },
    removals: [],
    clock: laterClock,
  };
  await workThroughJobs(ports, 60_000);
}

async function databaseText(): Promise<string> {
  const tables = [dynamo.controlTable, dynamo.customersTable, dynamo.searchTable];
  const pages = await Promise.all(tables.map((table) => dynamo.client.send(new ScanCommand({ TableName: table }))));
  const plain = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify(
    pages.map(({ Items }) => Items),
    (_, value) => plain(value),
  );
}

const row = `${ID},${MARKER},${EMAIL}\n`;
const kept = 'C-STAYS,Mill,mill@example.com\n';
const header = 'Customer ID,Last name,E-mail\n';
const folder = 'imports/ERASE/20261122T110225Z-aaaaaaaaaaaa/file.csv';

function plantFiles(): void {
  bucket.put('uploads/ERASE/old.csv', `${header}${row}`);
  bucket.put('uploads/ERASE/old.csv', `${header}${kept}`);
  bucket.put('uploads/ERASE/utf16.csv', Buffer.from(`\uFEFF${header}${row}`, 'utf16le'));
  bucket.put('uploads/ERASE/packed.csv.gz', gzipSync(`${header}${row}`));
  bucket.put('inbox/ERASE/next.csv', `${header}${kept}${row}`);
  bucket.put('inbox/ERASE/other.csv', `${header}${kept}`);
  bucket.put(`${folder}.sorted.txt`, `an older version with ${row}`);
  bucket.put(`${folder}.sorted.txt`, `${kept}${row}`);
  bucket.put(`${folder}.failures.csv`, `line,customerId\n1,C-STAYS\n2,"${ID}"\n`);
  bucket.put(`${folder}.before.jsonl`, `{"customerId":"${ID}","before":{"P011":"${MARKER}"},"after":{}}\n`);
  bucket.put(`${folder}.log.txt`, `12:00 Field P018 value (${MARKER}) is too long.\n12:01 End.\n`);
  bucket.put('exports/BRI/ERASE/1/export.csv', row);
  bucket.put('work/ERASE/20261122T110225Z-aaaaaaaaaaaa/run/0.bin', row);
}

describe('the erasure of a customer', () => {
  test('leaves the person in no item, in no object and in no version, and all others as they were', async () => {
    await post('/accounts', { prefix: 'BRI', name: 'Brigitte', manager: 'Brigitte' });
    const tables = '/accounts/BRI/crm-tables';
    const created = await post(tables, { prefix: 'ERASE', name: 'Erase', defaultCountry: 'GB' });
    await post(`${tables}/ERASE/publish`, undefined, { 'if-match': String(created.headers.etag) });
    const at = '/crm-tables/ERASE/customers';
    await post(at, { customerId: ID, values: { P011: 'Before' } });
    const patch = { body: { values: { P011: MARKER } }, headers: { 'if-match': '"1"' } };
    await call(api.handler, 'PATCH', `${at}/${ID}`, patch);
    await post(`${at}/${ID}/notes`, { text: `${MARKER} calls back.` });
    await post(at, { customerId: 'C-STAYS', values: { P011: 'Mill' } });
    await importUpload(api, 'uploads/ERASE/a.csv', 'Customer ID,Last name\nC-OTHER,Smith\n');
    await writeIndex(api.imports, 'ERASE');
    plantFiles();
    expect(await databaseText()).toContain(MARKER);

    const mistyped = { prefix: 'ERASE', customerId: `${ID}x`, values: [MARKER] };
    expect(await post('/accounts/BRI/erasures', mistyped)).toMatchObject({
      status: 404,
      body: { code: 'customer.not-found' },
    });
    const ordered = await post('/accounts/BRI/erasures', { prefix: 'ERASE', customerId: ID, values: [MARKER, EMAIL] });
    expect(ordered).toMatchObject({ status: 202, body: { subject: subjectOf('ERASE', ID) } });
    const again = { prefix: 'ERASE', customerId: ID };
    expect(await post('/accounts/BRI/erasures', again)).toMatchObject({
      status: 409,
      body: { code: 'crm-table.in-use' },
    });
    expect(await api.imports.imports.readLease('ERASE')).toMatchObject({ closedBy: ordered.body.jobId });

    await work();
    expect((await get(`${at}/${ID}`)).status).toBe(404);
    const another = { customerId: ID, values: { P011: 'Another' } };
    expect(await post(at, another)).toMatchObject({ status: 409, body: { code: 'customer.being-erased' } });
    ahead = 2;
    // Every seventh request to the bucket ends its worker; the next one goes on.
    let requests = 0;
    bucket.onRequest = () => {
      requests += 1;
      if (requests % 7 === 0) throw new Error('killed');
    };
    for (let worker = 0; worker < 12; worker += 1) await work().catch(() => {});
    bucket.onRequest = () => {};
    await work();
    const waiting = await get(String(ordered.headers.location));
    expect(waiting.body.waitsFor).toContain('search index');
    expect((await api.imports.imports.readLease('ERASE')).closedBy).toBeUndefined();

    api.wait(60);
    await writeIndex(api.imports, 'ERASE');
    const soon = { now: () => new Date(api.imports.clock.now().getTime() + 600_000) };
    await cleanIndex({ heads: api.imports.heads, writer: api.imports.writer, clock: soon }, 'ERASE');
    await work();

    const { body: certificate } = await get(String(ordered.headers.location));
    expect(certificate).toMatchObject({ status: 'completed', kind: 'erase-customer', subject: subjectOf('ERASE', ID) });
    const [{ counts }] = certificate.removed;
    expect(counts).toMatchObject({ customers: 1, 'note-texts': 1, 'files-rewritten': 3, 'work-objects': 1 });

    const database = await databaseText();
    expect(database.toLowerCase()).not.toContain(MARKER.toLowerCase());
    expect(database).not.toContain(EMAIL);
    // The tombstone alone has the Customer ID.
    expect(database.split(ID)).toHaveLength(2);
    const objects = Buffer.concat(bucket.versions.map(({ Key, body = '' }) => Buffer.from(`${Key}${body}`)));
    for (const text of [MARKER, EMAIL, ID]) {
      expect(objects.includes(text)).toBe(false);
      expect(objects.includes(Buffer.from(text, 'utf16le'))).toBe(false);
    }
    // A worker that was killed between two requests has written a cleared file twice.
    const left = new Set(bucket.versions.map(({ Key }) => Key));
    expect([...left].sort()).toEqual([
      `${folder}.failures.csv`,
      `${folder}.log.txt`,
      `${folder}.sorted.txt`,
      'inbox/ERASE/other.csv',
      'uploads/ERASE/old.csv',
    ]);
    expect(bucket.versions.find(({ Key }) => Key.endsWith('sorted.txt'))?.body?.toString()).toBe(kept);
    expect((await get(`${at}/C-STAYS`)).status).toBe(200);
  });
});
