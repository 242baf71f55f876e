import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { workKeys } from '../../../functions/imports/domain/import-keys.ts';
import { decodeSource } from '../../../functions/imports/use-cases/planning/decode-source.ts';
import { planImport } from '../../../functions/imports/use-cases/planning/plan-import.ts';
import { openPlanned, openSource } from '../../../functions/imports/use-cases/work/import-context.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { UploadGone } from '../../../functions/shared/domain/object-store.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const worldWith = (limits: Record<string, number> = { scanBytes: 23, partBytes: 40 }) =>
  worldWithTable(started, limits);

const HEADER = 'Customer ID,Postcode,Note\r\n';
const BAD = 'B,much too long,"zwei\r\nZeilen “über” €"\r\n';
const TEXT = `${HEADER}A,1,Grüße\r\n${BAD}Ü,3,\r\n`;

/** Code points of Windows-1252 that Latin 1 has not. */
const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replace('€', '\x80').replace('“', '\x93').replace('”', '\x94'), 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const workObjects = async (world: ImportWorld, { prefix, importId }: Import): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of world.bucket.list(workKeys(prefix, importId).work('decode', 0, '').slice(0, -2))) {
    keys.push(key);
  }
  return keys;
};

describe('a file of any encoding', () => {
  test.each<[name: string, body: Buffer, encoding: string, metadata?: Record<string, string>]>([
    ['UTF-16, little endian, with mark', utf16(`\uFEFF${TEXT}`), 'utf-16le'],
    ['UTF-16, little endian', utf16(TEXT), 'utf-16le'],
    ['UTF-16, big endian, with mark', utf16(`\uFEFF${TEXT}`).swap16(), 'utf-16be'],
    ['UTF-16, big endian', utf16(TEXT).swap16(), 'utf-16be'],
    ['Windows-1252', windows1252(TEXT), 'windows-1252'],
    ['UTF-16 by option', utf16(TEXT), 'utf-16le', { encoding: 'utf-16le' }],
  ])(
    '%s, packed or not, is imported as if it were UTF-8, and what fails is kept as UTF-8 with a mark',
    async (...[, body, encoding, metadata]) => {
      for (const compression of ['none', 'gzip'] as const) {
        const { world, table, key } = worldWith();
        const record = await world.import(key('a.csv'), compression === 'gzip' ? gzipSync(body) : body, metadata);
        expect(record.status).toBe('completed-with-failures');
        expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 1, total: 3 });
        expect(Object.fromEntries(await world.customers(table))).toEqual({
          A: { P018: '1', P021: 'Grüße' },
          Ü: { P018: '3' },
        });
        expect(await world.file(record, 'BulkCopy')).toBe(`\uFEFF${HEADER}${BAD}`);
        expect(await world.file(record, 'sorted')).toBe(`Ü,3,\r\n${BAD}A,1,Grüße\r\n`);
        expect(await world.file(record, 'failures')).toMatch(/\r\n3,B,P018,2,much too long,value\.too-long,/);
        const packed = compression === 'gzip' ? ', packed with gzip' : '';
        expect(await world.file(record, 'log')).toContain(`: Encoding ${encoding}${packed}\n`);
        const { layout } = JSON.parse(Buffer.from(await world.bucket.read(planKey(record))).toString());
        expect(layout).toMatchObject({ encoding, compression, hasBom: true, dataLine: 2 });

        // The failure file can be corrected and uploaded in the same encoding.
        const corrected = `\uFEFF${HEADER}${BAD.replace('much too long', '2')}`;
        expect(ImportWorld.counts(await world.import(key('b.csv'), corrected))).toEqual({
          updated: 0,
          inserted: 1,
          ignored: 0,
          failed: 0,
          total: 1,
        });
      }
    },
  );

  test('UTF-8 is read from the upload itself unless it is compressed', async () => {
    const { world, key } = worldWith();
    const plain = await world.import(key('a.csv'), TEXT);
    expect(await workObjects(world, plain)).toEqual([]);
    expect(await world.file(plain, 'log')).toContain(': Encoding utf-8\n');
    expect(await world.file(plain, 'BulkCopy')).toBe(`${HEADER}${BAD}`);
    const packed = await world.import(key('a.csv.gz'), gzipSync(TEXT));
    expect(ImportWorld.counts(packed)).toEqual({ updated: 0, inserted: 0, ignored: 2, failed: 1, total: 3 });
    expect(await world.file(packed, 'DifferentiateBulkCopy')).toBe(`\uFEFF${HEADER}${BAD}`);
    expect(await workObjects(world, packed)).toHaveLength(2);
  });

  test('several gzip members are one file, wherever they were cut', async () => {
    const bytes = utf16(TEXT);
    for (const cut of [1, 40, bytes.length - 1]) {
      const { world, key } = worldWith();
      const body = Buffer.concat([gzipSync(bytes.subarray(0, cut)), gzipSync(bytes.subarray(cut))]);
      expect(ImportWorld.counts(await world.import(key('a.csv'), body))).toEqual({
        updated: 0,
        inserted: 2,
        ignored: 0,
        failed: 1,
        total: 3,
      });
    }
  });

  test('bytes that are invalid in the encoding fail only their record, and are not lost', async () => {
    const undefinedByte = Buffer.concat([windows1252(TEXT), Buffer.from('C,\x81,\xe9\r\n', 'latin1')]);
    const first = worldWith();
    const record = await first.world.import(first.key('a.csv'), undefinedByte, { encoding: 'windows-1252' });
    expect(ImportWorld.counts(record)).toEqual({ updated: 0, inserted: 2, ignored: 0, failed: 2, total: 4 });
    expect(await first.world.file(record, 'failures')).toContain('\r\n6,,,,,record.invalid-utf8,');
    const failed = await first.world.bytes(record, 'BulkCopy');
    expect(failed?.toString('latin1')).toContain('C,\x81,\xc3\xa9\r\n');

    const half = utf16(`${TEXT}C,\ud83d,x\r\nD,\u{1F600},y\r\n`);
    const second = worldWith();
    const other = await second.world.import(second.key('a.csv'), half);
    expect(ImportWorld.counts(other)).toEqual({ updated: 0, inserted: 3, ignored: 0, failed: 2, total: 5 });
    expect((await second.world.bytes(other, 'BulkCopy'))?.toString('latin1')).toContain('C,\xed\xa0\xbd,x\r\n');
    expect((await second.world.customers(second.table)).get('D')).toEqual({ P018: '\u{1F600}', P021: 'y' });
  });

  test('a record of invalid UTF-8 fails if the option is UTF-8, and if the rest of the file is UTF-8', async () => {
    const bad = Buffer.from('B,\xfc,\r\n', 'latin1');
    const given = worldWith();
    const ascii = Buffer.concat([Buffer.from(`${HEADER}A,1,\r\n`), bad]);
    expect(ImportWorld.counts(await given.world.import(given.key('a.csv'), ascii, { encoding: 'utf-8' }))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 1,
      total: 2,
    });
    const seen = worldWith();
    const mixed = Buffer.concat([Buffer.from(`${HEADER}A,ü,ö\r\n`), bad]);
    expect(ImportWorld.counts(await seen.world.import(seen.key('a.csv'), mixed))).toEqual({
      updated: 0,
      inserted: 1,
      ignored: 0,
      failed: 1,
      total: 2,
    });
  });
});

const planKey = ({ prefix, importId }: Import): string => workKeys(prefix, importId).plan;

describe('a file that cannot be decoded is rejected before anything is written', () => {
  /** More than the 256 KB that are read first, also when packed. */
  const long = Array.from({ length: 40_000 }, (_, n) => `${(n * 2_654_435_761) % 4_294_967_296},${n % 97},ü`).join(
    '\r\n',
  );
  const file = `${HEADER}${long}\r\n`;

  test.each<[name: string, body: () => Buffer, limits: Record<string, number>, code: string, reason: RegExp]>([
    [
      'unpacked over the limit',
      () => gzipSync(file),
      { unpackedBytes: 300_000 },
      'file.unpacked-too-large',
      /Unpacked, .* more than 300,000 bytes/,
    ],
    [
      'not UTF-8 and over the limit',
      () => utf16(file),
      { unpackedBytes: 300_000 },
      'file.unpacked-too-large',
      /is not UTF-8 and has more than 300,000 bytes/,
    ],
    [
      'packed too well',
      () => gzipSync(file),
      { unpackedRatio: 2 },
      'file.packed-too-well',
      /more than 2 times as large/,
    ],
    ['cut off', () => gzipSync(file).subarray(0, -1), {}, 'file.gzip-broken', /its end is missing/],
    ['cut off within UTF-16', () => utf16(file).subarray(0, -1), {}, 'file.cut-off', /in the middle of a character/],
    [
      'damaged',
      () => {
        const body = gzipSync(file);
        body.writeUInt8(body.readUInt8(body.length - 8) ^ 1, body.length - 8);
        return body;
      },
      {},
      'file.gzip-broken',
      /damaged/,
    ],
    [
      'followed by something else',
      () => Buffer.concat([gzipSync(file), Buffer.from('\0A,B,C\n')]),
      {},
      'file.gzip-broken',
      /other data follows/,
    ],
  ])('%s', async (...[, body, limits, code, reason]) => {
    const { world, table, key } = worldWith(limits);
    const record = await world.import(key('a.csv'), body());
    expect(record).toMatchObject({ status: 'rejected', rejection: { code, reason: expect.stringMatching(reason) } });
    expect(await world.file(record, 'log')).toContain(record.rejection?.reason);
    expect((await world.customers(table)).size).toBe(0);
    expect(await world.imports.readLease(table.prefix)).toMatchObject({ importId: undefined });
  });

  test('an unclosed quote is found in the UTF-8 form, and its line is that of the file', async () => {
    const { world, key } = worldWith();
    const record = await world.import(key('a.csv'), utf16(`${TEXT}D,"open,\r\nE,1,\r\n`));
    expect(record).toMatchObject({ status: 'rejected', rejection: { code: 'file.unclosed-quote' } });
    expect(record.rejection?.reason).toContain('begins on line 6 ');
  });
});

describe('decoding', () => {
  async function planned(limits: Record<string, number>) {
    const { world, key } = worldWith(limits);
    const running = await world.find(await world.upload(key('a.csv'), utf16(TEXT)));
    const input = world.inputOf(running);
    await planImport(world.ports, input);
    return { world, running, context: await openPlanned(world.ports.store, input) };
  }

  test('runs once: a late worker continues with the named object, and does not change it', async () => {
    const { world, running, context } = await planned({ partBytes: 7 });
    const [first, late] = await Promise.all([
      decodeSource(context, timeOrderedIds),
      decodeSource(context, timeOrderedIds),
    ]);
    expect(late).toEqual(first);
    expect(await decodeSource(context, timeOrderedIds)).toEqual(first);
    expect(await workObjects(world, running)).toHaveLength(3);
    const { source } = await openSource(context);
    expect(Buffer.from(await world.bucket.read(source.key)).toString()).toBe(`\uFEFF${TEXT}`);
    expect(source.size).toBe(Buffer.byteLength(`\uFEFF${TEXT}`));
  });

  test('starts a lost upload again in the next attempt', async () => {
    const { world, context } = await planned({ partBytes: 7 });
    const { store } = world.portsThrough(async (name, call) => {
      if (name.startsWith('completeUpload')) world.bucket.abortUploads();
      return call();
    });
    await expect(decodeSource({ ...context, store }, timeOrderedIds)).rejects.toThrow(UploadGone);
    await decodeSource(context, timeOrderedIds);
    const { source } = await openSource(context);
    expect(Buffer.from(await world.bucket.read(source.key)).toString()).toBe(`\uFEFF${TEXT}`);
  });
});
