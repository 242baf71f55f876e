import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { mergeOptions } from '../../../../functions/definitions/index.ts';
import { ImportLimitsSchema } from '../../../../functions/imports/domain/limits.ts';
import { previewFile } from '../../../../functions/imports/domain/preview/preview-file.ts';
import { sampleFile } from '../../../../functions/imports/use-cases/cost/estimate-import-sample.ts';
import {
  type InspectedSource,
  inspectSource,
} from '../../../../functions/imports/use-cases/planning/inspect-source.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';
import { voucim } from '../../../support/published-table.ts';

const MiB = 1024 * 1024;
const KEY = 'uploads/VOUCIM/a.csv';
const HEADER = 'Customer ID,Postcode\n';
const TABLE = voucim();
const limits = ImportLimitsSchema.parse({});
const rows = (count: number, row = 'A,YO1 7HH\n') => row.repeat(count);
const wide = (columns: number, delimiter = ',') => `${delimiter.repeat(columns - 1)}\n`;
const long = (bytes: number) => `A,${'x'.repeat(bytes - 3)}\n`;

async function stored(content: string | Buffer) {
  const store = new MemoryObjectStore();
  const reads: number[] = [];
  const read = store.read.bind(store);
  store.read = async (key, range) => {
    const bytes = await read(key, range);
    reads.push(bytes.length);
    return bytes;
  };
  await store.put(KEY, content);
  return { store, reads };
}

async function inspect(content: string | Buffer) {
  const { store, reads } = await stored(content);
  const definitions = { find: async () => undefined, findDefault: async () => undefined };
  const tables = {
    readPublished: async () => ({ status: 'published' as const, table: TABLE }),
    readVersion: async () => TABLE,
  };
  const source = { bucket: 'data', key: KEY, versionId: (await store.head(KEY))?.versionId ?? '' };
  const inspected = await inspectSource({ store, tables, definitions, limits }, { source, prefix: 'VOUCIM' });
  return { inspected, store, source, reads };
}

const rejection = (content: string | Buffer) =>
  inspect(content).then(
    () => undefined,
    ({ code, message }) => ({ code, message }),
  );

describe('the first 20 records of a file', () => {
  test.each<[string, string, string, number]>([
    ['the first one', `${wide(2_001)}${rows(3)}`, 'file.too-many-columns', 1],
    ['an empty line and the first one', `\n${wide(2_001)}`, 'file.too-many-columns', 2],
    ['the 20th', `${HEADER}${rows(18)}${wide(2_001)}`, 'file.too-many-columns', 20],
    ['a first one without an end', ','.repeat(MiB + 2), 'file.too-many-columns', 1],
    ['semicolons alone', ';'.repeat(3 * MiB), 'file.too-many-columns', 1],
    ['one cell without an end', 'x'.repeat(2 * MiB), 'file.record-too-long', 1],
    ['the first one by a byte', `${long(MiB + 1)}${rows(3)}`, 'file.record-too-long', 1],
    ['the second one', `${HEADER}${long(MiB + 1)}${rows(3)}`, 'file.record-too-long', 2],
    [
      'the 20th, after records of 60 KB',
      `${HEADER}${rows(18, long(60_000))}${long(MiB + 1)}`,
      'file.record-too-long',
      20,
    ],
    ['an open quote', `${HEADER}A,"${'x\n'.repeat(MiB)}`, 'file.record-too-long', 2],
  ])('%s is over a limit: the file is rejected, naming line and limit', async (...[, content, code, line]) => {
    const limit = code === 'file.too-many-columns' ? '2,000 columns' : '1,048,576 bytes';
    for (const body of [content, gzipSync(content), Buffer.from(content, 'utf16le')]) {
      const found = await rejection(body);
      expect(found).toMatchObject({ code });
      expect(found?.message).toContain(`line ${line} `);
      expect(found?.message).toContain(limit);
    }
  });

  test.each([
    ['a row of 2,000 columns', `${HEADER}${wide(2_000)}`],
    ['a row of exactly 1 MiB', `${HEADER}${long(MiB)}`],
    ['20 rows of 1 MiB', `${HEADER}${rows(19, long(MiB))}A,B\n`],
    ['3,000 columns in the 21st record', `${HEADER}${rows(19)}${wide(3_000)}`],
    ['a cell with 3,000 semicolons', `${HEADER}A,"${';'.repeat(3_000)}"\n`],
    ['a header row whose cells hold commas, cut at semicolons', `Customer ID;Postcode;${','.repeat(3_000)}\nA;B;C\n`],
  ])('%s is accepted', async (_, content) => {
    expect(await rejection(content)).toBeUndefined();
  });

  test('are not called too long because of a delimiter that the file does not have', async () => {
    const found = await rejection(`a;"b,c\n${rows(120_000)}`);
    expect(found).toMatchObject({ code: 'file.no-usable-header' });
  });

  test('take one read of 256 KiB if they are as short as in nearly every file', async () => {
    const { reads } = await inspect(`${HEADER}${rows(18, long(10_000))}${rows(200_000)}`);
    expect(reads).toEqual([256 * 1024]);
    const longer = await inspect(`${HEADER}${long(300_000)}${rows(200_000)}`);
    expect(longer.reads).toEqual([256 * 1024, 256 * 1024 + MiB]);
  });

  test('are shown by the preview up to the one that is over a limit', async () => {
    const bytes = Buffer.from(`${HEADER}${rows(3)}${wide(2_001)}`);
    const head = {
      fileEncoding: { encoding: 'utf-8', compression: 'none' },
      bytes,
      isWhole: true,
      sourceBytes: 1,
    } as const;
    const shown = previewFile(head, TABLE, { options: mergeOptions(), mapping: [] });
    const rejection = { code: 'file.too-many-columns', reason: expect.stringContaining('line 5 ') };
    expect(shown).toMatchObject({ rejection, rejectionWithMapping: rejection, rows: { length: 3 } });
  });

  test('whose end is not in the sent beginning are not reported as too long', () => {
    const bytes = Buffer.from('x'.repeat(64 * 1024));
    const head = {
      fileEncoding: { encoding: 'utf-8', compression: 'none' },
      bytes,
      isWhole: false,
      sourceBytes: 1,
    } as const;
    const shown = previewFile(head, TABLE, { options: mergeOptions(), mapping: [] });
    expect(shown.rejection).toMatchObject({ code: 'file.record-cut-off' });
  });
});

describe('the estimate', () => {
  const sample = async (content: string | Buffer) => {
    const { inspected, store, source } = await inspect(content);
    return sampleFile(store, source, inspected as InspectedSource, limits);
  };

  test('unpacks no more than an import would', async () => {
    const packed = gzipSync(`${HEADER}${rows(30)}${','.repeat(40 * MiB)}`);
    const { dataBytes } = await sample(packed);
    expect(dataBytes).toBeGreaterThan(200 * packed.length - MiB);
    expect(dataBytes).toBeLessThan(200 * packed.length + MiB);
  });

  test('makes no cells of a record that is over a limit further on', async () => {
    const { rows: counted } = await sample(`${HEADER}${rows(25)}${','.repeat(900_000)}`);
    expect(counted).toBeGreaterThan(0);
  });

  test('samples a megabyte of a beginning that holds more', async () => {
    const head = `${HEADER}${rows(4, long(900_000))}`;
    const found = await sample(Buffer.from(`${head}${rows(100_000, 'A,B\n')}`, 'utf16le'));
    expect(found.sample.bytes).toBeLessThanOrEqual(MiB);
  });
});
