import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeField } from '../../../../functions/imports/domain/csv/field-bytes.ts';
import { chunksOf, type SortedChunk } from '../../../../functions/imports/domain/sort/chunks.ts';
import type { SortedIndex } from '../../../../functions/imports/domain/sort/sorted-index.ts';
import { cutRanges } from '../../../../functions/imports/use-cases/sort/cut-ranges.ts';
import { readSortedChunk } from '../../../../functions/imports/use-cases/sort/read-sorted-chunk.ts';
import type { SortJob } from '../../../../functions/imports/use-cases/sort/sort-job.ts';
import { sortRun } from '../../../../functions/imports/use-cases/sort/sort-run.ts';
import { csvCells, csvText, isUnclosed } from '../../../support/csv-model.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';
import { runSort, type SortSetting, sortJob } from '../../../support/sort-job.ts';

interface ModelRecord {
  readonly bytes: Buffer;
  readonly id: Buffer;
  readonly ordinal: number;
  readonly line: number;
}

const byBytes = (a: ModelRecord, b: ModelRecord) =>
  Buffer.compare(b.id, a.id) || Buffer.compare(b.bytes, a.bytes) || a.ordinal - b.ordinal;

/** Every record of the sorted file, read back through chunks. */
async function readBack(job: SortJob, index: SortedIndex, chunks: readonly SortedChunk[]): Promise<ModelRecord[]> {
  const found: ModelRecord[] = [];
  for (const chunk of chunks) {
    const records = await readSortedChunk(job.store, job.keys, chunk, index.lineEnd);
    for (const { start, end, idStart, idEnd, idEscaped, ordinal, line } of records) {
      const raw = Buffer.from(records.bytes.subarray(idStart, idEnd));
      const decoded = Buffer.alloc(raw.length);
      const id = idEscaped ? decoded.subarray(0, decodeField(raw, 0, raw.length, decoded, 0)) : raw;
      found.push({ bytes: Buffer.from(records.bytes.subarray(start, end)), id, ordinal, line });
    }
  }
  return found;
}

async function sorted(
  source: string,
  setting: SortSetting = {},
): Promise<{ job: SortJob; index: SortedIndex; text: string }> {
  const job = await sortJob(
    new MemoryObjectStore(setting.limits?.partBytes ?? 60),
    Buffer.from(source, 'latin1'),
    setting,
  );
  const index = await runSort(job);
  if ('rejection' in index) throw new Error(index.rejection.reason);
  const text = Buffer.from(await job.store.read(job.keys.sorted)).toString('latin1');
  return { job, index, text };
}

/** Any limits, small ones mostly; all of them give the same file. */
const anyLimits = fc.record({
  scanBytes: fc.integer({ min: 1, max: 120 }),
  partBytes: fc.integer({ min: 1, max: 100 }),
  mergeBytes: fc.integer({ min: 1, max: 300 }),
  blockBytes: fc.integer({ min: 1, max: 60 }),
  sampleBytes: fc.integer({ min: 1, max: 100 }),
});

/** The lines of a text of which each character is one byte. */
function descending(source: string): string {
  const lines = source.split('\n').slice(0, -1);
  const byBytesOf = (a: string, b: string) => Buffer.compare(Buffer.from(b, 'latin1'), Buffer.from(a, 'latin1'));
  return lines
    .toSorted(byBytesOf)
    .map((line) => `${line}\n`)
    .join('');
}

describe('the sorted file', () => {
  test('is a plain sort of the records, for any text and any chunk sizes', async () => {
    const column = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(csvText(120), anyLimits, column, async (text, limits, customerIdColumn) => {
        fc.pre(!isUnclosed(text));
        const cells = csvCells(text);
        fc.pre(cells.length > 0);
        const { job, index } = await sorted(text, { limits, format: { customerIdColumn } });
        const chunks = chunksOf(index, { maxRows: 3, maxBytes: 100, maxChunks: 100_000 });
        const records = await readBack(job, index, chunks);
        expect(records).toHaveLength(cells.length);
        expect(index.records).toBe(cells.length);
        expect(records).toEqual(records.toSorted(byBytes));
        for (const { bytes, id, ordinal } of records) {
          const record = bytes.toString('latin1');
          expect(csvCells(record)[0]).toEqual(cells[ordinal]);
          const expectedId = customerIdColumn === undefined ? '' : (cells[ordinal]?.[customerIdColumn] ?? '');
          expect(id.toString('latin1')).toBe(expectedId);
        }
        expect(new Set(records.map(({ ordinal }) => ordinal)).size).toBe(cells.length);
        const bySource = records.toSorted((a, b) => a.ordinal - b.ordinal);
        expect(bySource.map(({ line }) => line)).toEqual(bySource.map(({ line }) => line).toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });

  test('does not depend on the chunk sizes', async () => {
    await fc.assert(
      fc.asyncProperty(csvText(150), anyLimits, async (text, limits) => {
        fc.pre(!isUnclosed(text) && csvCells(text).length > 0);
        const whole = await sorted(text, { limits: { scanBytes: 100_000, mergeBytes: 1_000_000, partBytes: 1 } });
        const cut = await sorted(text, { limits });
        expect(cut.text).toBe(whole.text);
        const limitsOfChunks = { maxRows: 2, maxBytes: 100, maxChunks: 100_000 };
        expect(await readBack(cut.job, cut.index, chunksOf(cut.index, limitsOfChunks))).toEqual(
          await readBack(whole.job, whole.index, chunksOf(whole.index, limitsOfChunks)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('equals LC_ALL=C sort -r for a file whose ID is first', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => `TEST_${(n * 7919) % 3001},${(n * 31) % 17},é${n % 5}`);
    const source = Buffer.from(`${lines.join('\n')}\n`).toString('latin1');
    const limits = { scanBytes: 3_000, mergeBytes: 8_000, partBytes: 2_000, sampleBytes: 300, blockBytes: 500 };
    const { text, index } = await sorted(source, { limits });
    expect(index.ranges.length).toBeGreaterThan(10);
    const reference = spawnSync('sort', ['-r'], {
      input: Buffer.from(source, 'latin1'),
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(text).toBe(reference.error ? descending(source) : reference.stdout.toString('latin1'));
  });

  test('ends every record with the main line end and leaves the header out', async () => {
    const source = 'id,x,y\r\nb,1,2\r\n\r\na,3,4\nc,5,6';
    const { text, job, index } = await sorted(source, {
      dataStart: 8,
      dataLine: 2,
      limits: { scanBytes: 3 },
      format: { lineEnd: 'crlf' },
    });
    expect(text).toBe('c,5,6\r\nb,1,2\r\na,3,4\r\n');
    const records = await readBack(job, index, chunksOf(index, { maxRows: 10, maxBytes: 1_000, maxChunks: 100 }));
    expect(records.map(({ line }) => line)).toEqual([5, 2, 4]);
  });

  test('keeps ranges even when all IDs, and all records, are equal', async () => {
    for (const makeLine of [(n: number) => `same,${(n * 7919) % 5000},x`, () => 'same,1,x']) {
      const source = Array.from({ length: 3_000 }, (_, n) => `${makeLine(n)}\n`).join('');
      const limits = { scanBytes: 4_000, mergeBytes: 10_000, partBytes: 1_000, sampleBytes: 500, blockBytes: 2_000 };
      const { text, index } = await sorted(source, { limits });
      expect(text).toBe(descending(source));
      const sizes = index.ranges.map((blocks) => blocks.reduce((total, { bytes }) => total + bytes, 0));
      expect(sizes.length).toBeGreaterThan(4);
      expect(Math.max(...sizes)).toBeLessThan(4 * Math.min(...sizes.slice(0, -1)));
    }
  });

  test('has parts of at least the smallest size, except the last', async () => {
    // The store rejects a file of smaller parts.
    const source = Array.from({ length: 2_000 }, (_, n) => `${(n * 7919) % 2000}\n`).join('');
    const limits = { scanBytes: 100, mergeBytes: 1, partBytes: 700, sampleBytes: 20, blockBytes: 50 };
    const { index } = await sorted(source, { limits, format: { fieldCount: 1 } });
    expect(index.ranges.length).toBeGreaterThan(3);
  });
});

describe('a run', () => {
  test('reports the greatest number that an ID of the generated form has', async () => {
    const ids = [
      'TEST_7',
      'TEST_0012',
      'TEST_+99',
      'TEST_9x',
      'test_50',
      'TEST_99999999999999999999',
      'TEST_',
      '"TEST_40"',
    ];
    const source = ids.map((id) => `${id},a,b\n`).join('');
    const job = await sortJob(new MemoryObjectStore(), source, { limits: { scanBytes: 10_000 } });
    await runSort(job);
    expect(await sortRun(job, 0)).toMatchObject({ highestId: 40, records: ids.length });
  });
});

describe('a lost upload', () => {
  test('is replaced by a new one, and the file is the same', async () => {
    const store = new MemoryObjectStore(60);
    const source = Array.from({ length: 200 }, (_, n) => `${(n * 37) % 211},a,b\n`).join('');
    const job = await sortJob(store, source);
    const first = await cutFirst(job);
    store.abortUploads();
    const second = await cutRanges(job);
    expect(second).toEqual({ ranges: first.ranges, generation: 1 });
    await runSort(job);
    expect(Buffer.from(await store.read(job.keys.sorted)).toString()).toBe((await sorted(source)).text);
    expect(await cutRanges(job)).toEqual(second);
  });
});

/** Runs the stage up to its merges, the first of which is done. */
async function cutFirst(job: SortJob): Promise<{ readonly ranges: number }> {
  const interrupted = { ...job, store: withoutCompletion(job.store) };
  await expect(runSort(interrupted)).rejects.toThrow('interrupted');
  return cutRanges(job);
}

function withoutCompletion(store: SortJob['store']): SortJob['store'] {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'completeUpload') return () => Promise.reject(new Error('interrupted'));
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
