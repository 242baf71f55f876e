import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function apiWithTable(limits: Record<string, number> = {}) {
  const { world, table } = worldWithTable(started, limits);
  const call = importsApi(world);
  const preview = (body: object, role?: string) =>
    call('POST', '/imports/preview', { body: { prefix: table.prefix, ...body }, ...(role && { role }) });
  return { world, prefix: table.prefix, preview, call };
}

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');
const FILE = 'Customer ID,Zip,Note 3\nA,YO1 7HH,x\nB,SW12 2 ER,\n';

describe('a preview', () => {
  test('of the beginning of a file shows the result of its import', async () => {
    const { preview } = apiWithTable();
    const { status, body } = await preview({ head: base64(FILE), bytes: 1_000_000 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      encoding: 'utf-8',
      compression: 'none',
      delimiter: ',',
      header: true,
      lineEnd: 'lf',
      customerIdFound: true,
      customerIdColumn: 1,
      columns: [
        { field: 'P008' },
        { field: 'P018', reason: 'header', samples: ['YO1 7HH', 'SW12 2 ER'] },
        { field: 'P024' },
      ],
      rows: [
        ['A', 'YO1 7HH', 'x'],
        ['B', 'SW12 2 ER', ''],
      ],
      warnings: [{ code: 'value.too-long', column: 2 }],
    });
    expect(body).not.toHaveProperty('rejection');
    expect(body).not.toHaveProperty('estimate');
  });

  test('of a file in the bucket has an estimate, and an import with its mapping has the previewed result', async () => {
    const { world, prefix, preview, call } = apiWithTable();
    const key = `inbox/${prefix}/a.csv`;
    await world.bucket.put(key, 'Cust No,Zip,Colour\nA,YO1 7HH,red\nB,YO1 7HJ,blue\n');
    const { body } = await preview({ key });
    expect(body).toMatchObject({ rejection: { code: 'file.no-usable-header' }, estimate: { rows: 2, inserts: 2 } });
    expect(body).not.toHaveProperty('rejectionWithMapping');
    const announced = { prefix, fileName: 'a.csv', bytes: 46, mapping: body.mapping };
    expect((await call('POST', '/imports', { body: announced })).status).toBe(201);
  });

  test('of a beginning has an estimate if the request asks for one', async () => {
    const { preview } = apiWithTable();
    const rows = Array.from({ length: 40 }, (_, row) => `A${row},YO1 7HH,x`);
    const head = `Customer ID,Postcode,Note 3\n${rows.join('\n')}\n`;
    const whole = await preview({ head: base64(head), estimate: true });
    expect(whole.body.estimate).toMatchObject({ rows: 40, inserts: 40, updates: 0, unchanged: 0 });
    const large = await preview({ head: base64(head), bytes: 100 * head.length, estimate: true });
    expect(large.body.estimate.rows).toBeGreaterThan(3_900);
    expect(large.body.estimate.inserts).toBe(large.body.estimate.rows);
    expect(large.body.estimate.dollars).toBeGreaterThan(whole.body.estimate.dollars);
    const packed = await preview({ head: gzipSync(head).toString('base64'), estimate: true });
    expect(packed.body.estimate.rows).toBe(40);
    const rejected = await preview({ head: base64('nothing\n'), estimate: true });
    expect(rejected.body).not.toHaveProperty('estimate');
  });

  test('reads packed files and other encodings, as detected or as given', async () => {
    const { preview } = apiWithTable();
    const packed = await preview({ head: gzipSync(FILE).toString('base64') });
    expect(packed.body).toMatchObject({ compression: 'gzip', encoding: 'utf-8', customerIdFound: true });
    const wide = await preview({ head: base64(Buffer.from(`\ufeff${FILE}`, 'utf16le')) });
    expect(wide.body).toMatchObject({
      encoding: 'utf-16le',
      rows: [
        ['A', 'YO1 7HH', 'x'],
        ['B', 'SW12 2 ER', ''],
      ],
    });
    const given = await preview({ head: base64(FILE), options: { encoding: 'windows-1252' } });
    expect(given.body.encoding).toBe('windows-1252');
  });

  test.each([
    ['no byte', { head: '' }, 'file.empty'],
    ['a file that is too large', { head: base64(FILE), bytes: 2_001 }, 'file.too-large'],
    ['a damaged archive', { head: base64(Uint8Array.of(0x1f, 0x8b, 0x08, 1, 2, 3)) }, 'file.gzip-broken'],
  ])('of %s gives the reason of the rejection', async (_, body, code) => {
    const { preview } = apiWithTable({ fileBytes: 2_000 });
    expect((await preview(body)).body).toMatchObject({ rejection: { code }, columns: [], customerIdFound: false });
  });

  test('uses the named definition, else the default one, and the options of the object', async () => {
    const { world, prefix, preview } = apiWithTable();
    const definition = (name: string, isDefault: boolean, delimiter: string) => ({
      definitionId: name,
      prefix,
      name,
      options: { delimiter },
      mapping: [],
      isDefault,
      version: 1,
      tableVersion: 1,
      createdAt: '2026-11-22T10:00:00.000Z',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
    world.definitions.saved.push(definition('semicolons', false, ';'), definition('pipes', true, '|'));
    const head = base64('Customer ID;Postcode|P021\nA;B|C\n');
    expect((await preview({ head })).body.delimiter).toBe('|');
    expect((await preview({ head, definition: 'semicolons' })).body.delimiter).toBe(';');
    expect((await preview({ head, definition: 'none' })).body.code).toBe('definition.not-found');
    const key = `uploads/${prefix}/b.csv`;
    await world.bucket.put(key, 'Customer ID~Postcode\nA~B\n', { delimiter: '~' });
    expect((await preview({ key })).body.delimiter).toBe('~');
  });
});

describe('a preview is rejected', () => {
  test.each([
    [{ key: 'uploads/OTHER/a.csv' }, '/key'],
    [{ key: 'imports/PREFIX/a.csv' }, '/key'],
    [{ key: 'uploads/PREFIX/' }, '/key'],
    [{ key: 'uploads/PREFIX/a.csv', head: '' }, '/key'],
    [{}, '/key'],
    [{ head: 'no base64!' }, '/head'],
    [{ head: base64(new Uint8Array(64 * 1024 + 3)) }, '/head'],
    [{ head: base64(FILE), bytes: 3 }, '/bytes'],
    [{ head: base64(FILE), mapping: [{ column: 1, field: 'P999' }] }, '/mapping/0/field'],
  ])('for %j, naming %s', async (request, pointer) => {
    const { prefix, preview } = apiWithTable();
    const body = JSON.parse(JSON.stringify(request).replace('PREFIX', prefix));
    const rejected = await preview(body);
    expect(rejected).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  test('for an unknown file, an unknown table, and an agent', async () => {
    const { prefix, preview } = apiWithTable();
    expect((await preview({ key: `inbox/${prefix}/none.csv` })).status).toBe(404);
    expect((await preview({ prefix: 'NOSUCH', head: base64(FILE) })).status).toBe(404);
    expect((await preview({ head: base64(FILE) }, 'agent')).status).toBe(403);
  });

  test('never for the largest beginning', async () => {
    const { preview } = apiWithTable();
    const head = Buffer.alloc(64 * 1024, 'A,YO1,x\n');
    head.write('Customer ID,Postcode,Note\n');
    expect((await preview({ head: base64(head) })).status).toBe(200);
  });
});
