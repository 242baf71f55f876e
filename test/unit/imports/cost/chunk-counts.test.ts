import { describe, expect, test } from '@jest/globals';
import { countChunks } from '../../../../functions/imports/domain/cost/chunk-counts.ts';
import { type ImportLimits, ImportLimitsSchema } from '../../../../functions/imports/domain/limits.ts';
import { chunksOf } from '../../../../functions/imports/domain/sort/chunks.ts';
import { scanRangeCount } from '../../../../functions/imports/domain/sort/ranges.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';
import { runSort, sortJob } from '../../../support/sort-job.ts';

/** The limits of a large file, a thousandth of each. */
const SMALL = ImportLimitsSchema.parse({
  scanBytes: 65_536,
  partBytes: 8_192,
  mergeBytes: 65_536,
  blockBytes: 4_096,
  sampleBytes: 512,
  differentiateBytes: 16_384,
  writeRows: 25,
  recordBytes: 16_384,
});

/** Rows of about `bytes` in shuffled order. */
function source(rows: number, bytes: number): string {
  const row = (n: number) => `C${String((n * 7_919) % rows).padStart(7, '0')},${'x'.repeat(bytes - 12)},y\n`;
  return Array.from({ length: rows }, (_, n) => row(n)).join('');
}

async function cut(file: string, limits: ImportLimits) {
  const job = await sortJob(new MemoryObjectStore(), file, { limits });
  const index = await runSort(job);
  if ('rejection' in index) throw new Error(index.rejection.reason);
  const { writeRows: maxRows, differentiateBytes: maxBytes, maxChunks } = limits;
  const unlimited = Number.POSITIVE_INFINITY;
  return {
    ranges: scanRangeCount(job),
    merges: index.ranges.length,
    written: chunksOf(index, { maxRows, maxBytes: unlimited, maxChunks }).length,
    compared: chunksOf(index, { maxRows: unlimited, maxBytes, maxChunks }).length,
  };
}

describe('chunks are estimates as the steps cut them', () => {
  test.each([
    ['a small file', 50, 100],
    ['some ranges of short records', 4_000, 40],
    ['a quarter of a thousandth of a million rows', 1_000, 260],
    ['many ranges', 4_000, 260],
    ['longer records', 1_000, 1_500],
  ])('%s', async (_name, rows, bytes) => {
    const file = source(rows, bytes);
    const found = await cut(file, SMALL);
    const forecast = { rows, dataBytes: file.length, inserts: rows, updates: 0 };
    const loaded = countChunks({ ...forecast, route: 'bulk-copy' }, SMALL);
    const compared = countChunks({ ...forecast, route: 'differentiate' }, SMALL);
    const estimates = {
      ranges: loaded.ranges,
      merges: loaded.merges,
      written: loaded.chunks,
      compared: compared.chunks,
    };
    const near = (name: keyof typeof found) =>
      Math.abs(estimates[name] - found[name]) <= Math.max(1, found[name] * 0.06);
    const far = { ranges: 0, merges: 0, written: 0, compared: 0 };
    if (near('ranges') && near('merges') && near('written') && near('compared')) return;
    expect({ ...far, ...estimates }).toEqual(found);
  });
});
