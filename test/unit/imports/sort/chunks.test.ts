import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { validateRecord } from '../../../../functions/imports/domain/csv/record.ts';
import { chunksOf, type SortedChunk } from '../../../../functions/imports/domain/sort/chunks.ts';
import type { SortedIndex } from '../../../../functions/imports/domain/sort/sorted-index.ts';
import { readSortedChunk } from '../../../../functions/imports/use-cases/sort/read-sorted-chunk.ts';
import type { SortJob } from '../../../../functions/imports/use-cases/sort/sort-job.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';
import { runSort, type SortSetting, sortJob } from '../../../support/sort-job.ts';

async function sorted(source: string, setting: SortSetting = {}): Promise<{ job: SortJob; index: SortedIndex }> {
  const job = await sortJob(new MemoryObjectStore(), source, setting);
  const index = await runSort(job);
  if ('rejection' in index) throw new Error(index.rejection.reason);
  return { job, index };
}

interface Seen {
  readonly id: string;
  readonly ordinal: number;
}

/** The readable records of each chunk, in sorted order. */
async function readableOf(job: SortJob, index: SortedIndex, chunks: readonly SortedChunk[]): Promise<Seen[][]> {
  return Promise.all(
    chunks.map(async (chunk) => {
      const records = await readSortedChunk(job.store, job.keys, chunk, index.lineEnd);
      return [...records].flatMap(({ start, end, ordinal }) => {
        const validated = validateRecord(records.bytes, start, end, job.format);
        return 'unreadable' in validated ? [] : [{ id: validated.customerId ?? '', ordinal }];
      });
    }),
  );
}

describe('the chunks of the sorted file', () => {
  test('list every ID that lies on both sides of their edges, with its first and last record', async () => {
    const line = fc.tuple(
      fc.constantFrom('a', 'a', 'b', '"a"', '', 'é'),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom('', ',extra'),
    );
    const limits = fc.record({ maxRows: fc.integer({ min: 1, max: 6 }), blockBytes: fc.integer({ min: 1, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        limits,
        async (lines, { maxRows, blockBytes }) => {
          const source = lines.map(([id, value, extra]) => `${id},${value},x${extra}\n`).join('');
          const { job, index } = await sorted(source, { limits: { blockBytes, mergeBytes: 150, partBytes: 20 } });
          const chunks = chunksOf(index, { maxRows, maxBytes: 1_000, maxChunks: 10_000 });
          const readable = await readableOf(job, index, chunks);
          const all = readable.flat();
          for (const [at, chunk] of chunks.entries()) {
            const ids = new Set(readable[at]?.map(({ id }) => id));
            const others = readable.filter((_, other) => other !== at).flat();
            for (const id of ids) {
              const shared = others.some((seen) => seen.id === id);
              const groups = [chunk.before, chunk.after].filter((group) => group?.id === id);
              if (shared) expect(groups.length).toBeGreaterThan(0);
              const ordinals = all.filter((seen) => seen.id === id).map(({ ordinal }) => ordinal);
              for (const group of groups) {
                expect(group).toEqual({ id, firstOrdinal: Math.min(...ordinals), lastOrdinal: Math.max(...ordinals) });
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('cover the file once, in order, within their limits', async () => {
    const source = Array.from({ length: 500 }, (_, n) => `${(n * 7919) % 1000},b,c\n`).join('');
    const { index } = await sorted(source, { limits: { mergeBytes: 1_000, blockBytes: 30 } });
    const chunks = chunksOf(index, { maxRows: 12, maxBytes: 100_000, maxChunks: 1_000 });
    let start = 0;
    for (const chunk of chunks) {
      expect(chunk.start).toBe(start);
      expect(chunk.records).toBeLessThanOrEqual(12);
      start += chunk.bytes;
    }
    expect(start).toBe(index.bytes);
    expect(chunks.length).toBeGreaterThan(index.ranges.length);
    expect(chunks.reduce((total, { records }) => total + records, 0)).toBe(500);
    expect(chunks.every(({ before, after }) => before === undefined && after === undefined)).toBe(true);
  });

  test('become larger rather than too many', async () => {
    const source = Array.from({ length: 500 }, (_, n) => `${n},b,c\n`).join('');
    const { index } = await sorted(source, { limits: { mergeBytes: 5_000, blockBytes: 1 } });
    expect(chunksOf(index, { maxRows: 1, maxBytes: 1, maxChunks: 1_000 })).toHaveLength(500);
    const few = chunksOf(index, { maxRows: 1, maxBytes: 1, maxChunks: 20 });
    expect(few.length).toBeLessThanOrEqual(20);
    expect(few.reduce((total, { records }) => total + records, 0)).toBe(500);
  });

  test('list no IDs for a file without Customer IDs', async () => {
    const { index } = await sorted('a,b,c\n'.repeat(50), {
      format: { customerIdColumn: undefined },
      limits: { blockBytes: 10 },
    });
    const chunks = chunksOf(index, { maxRows: 2, maxBytes: 1_000, maxChunks: 1_000 });
    expect(chunks.some(({ before, after }) => before !== undefined || after !== undefined)).toBe(false);
  });
});
