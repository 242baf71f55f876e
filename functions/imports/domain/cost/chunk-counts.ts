import type { ImportLimits } from '../limits.ts';
import { countRows, type Piece, planChunks } from '../records/write-plan.ts';
import { chunksOf } from '../sort/chunks.ts';
import { FRAME_BYTES } from '../sort/frame.ts';
import { scanRangeCount } from '../sort/ranges.ts';
import type { SortedBlock } from '../sort/sorted-index.ts';

/** The estimated size of a file, and the number of records that each stage writes. */
export interface FileForecast {
  /** At least 1. */
  readonly rows: number;
  /** Of the records, as UTF-8. */
  readonly dataBytes: number;
  /** Bytes of the stored file; undefined if the file is plain UTF-8 and needs no decoding. */
  readonly encodedBytes?: number | undefined;
  readonly route: 'bulk-copy' | 'differentiate';
  readonly inserts: number;
  readonly updates: number;
}

/** The number of pieces that each stage cuts the file into. */
export interface ChunkCounts {
  /** Reads and uploaded parts of decoding; undefined if the file is plain UTF-8. */
  readonly decoded: { readonly reads: number; readonly parts: number } | undefined;
  readonly route: FileForecast['route'];
  /** Ranges that are scanned, and then sorted. */
  readonly ranges: number;
  readonly merges: number;
  /** Chunks of bulk copy or differentiate. */
  readonly chunks: number;
  readonly inserts: number;
  readonly updates: number;
  /** Pieces of differentiate's chunks that the insert and update stages read. */
  readonly pieces: number;
  /** Parts of output files, and how many of them belong to files with several parts. */
  readonly parts: number;
  readonly multipartFiles: number;
  readonly multipartParts: number;
}

/** Counts the pieces as the steps cut them, for records of equal size. */
export function countChunks(forecast: FileForecast, limits: ImportLimits): ChunkCounts {
  const { dataBytes, route } = forecast;
  const ranges = Math.max(1, scanRangeCount({ source: { size: dataBytes, dataStart: 0 }, limits }));
  const merges = mergeRows(forecast, ranges, limits);
  const sorted = sortedChunks(forecast, merges, limits);
  const inserts = planChunks(spread(sorted, route === 'bulk-copy' ? 0 : forecast.inserts), limits);
  const updates = planChunks(spread(sorted, route === 'bulk-copy' ? 0 : forecast.updates), limits);
  const files = route === 'bulk-copy' ? [] : filesOf({ sorted, inserts, updates }, forecast, limits);
  const multipart = files.filter((parts) => parts > 1);
  return {
    decoded: decodedPieces(forecast, limits),
    route,
    ranges,
    merges: merges.length,
    chunks: sorted.length,
    inserts: inserts.length,
    updates: updates.length,
    pieces: [...inserts, ...updates].reduce((sum, pieces) => sum + pieces.length, 0),
    // The log always has one part.
    parts: files.reduce((sum, parts) => sum + parts, 1),
    multipartFiles: multipart.length,
    multipartParts: multipart.reduce((sum, parts) => sum + parts, 0),
  };
}

/** The size of decoding's reads. */
const DECODE_READ_BYTES = 8 * 1024 * 1024;

function decodedPieces({ encodedBytes, dataBytes }: FileForecast, { partBytes }: ImportLimits): ChunkCounts['decoded'] {
  if (encodedBytes === undefined) return undefined;
  return { reads: Math.ceil(encodedBytes / DECODE_READ_BYTES), parts: Math.ceil(dataBytes / partBytes) };
}

/** Sample blocks of each run that a merge range holds on average beyond those that certainly belong to it. */
const UNSURE_BLOCKS = 1.2;

/** Records of each merge range: every range but the last is full. */
function mergeRows({ rows, dataBytes }: FileForecast, runs: number, limits: ImportLimits): number[] {
  const frame = FRAME_BYTES + dataBytes / rows;
  const sampleBlock = Math.ceil(limits.sampleBytes / frame) * frame;
  const full = Math.max(limits.mergeBytes, limits.partBytes) + UNSURE_BLOCKS * runs * sampleBlock;
  const perRange = Math.max(1, Math.round(full / frame));
  const ranges: number[] = [];
  for (let left = Math.max(1, rows); left > 0; left -= perRange) ranges.push(Math.min(left, perRange));
  return ranges;
}

function sortedChunks(
  { rows, dataBytes, route }: FileForecast,
  merges: readonly number[],
  limits: ImportLimits,
): number[] {
  const { writeRows, differentiateBytes, maxChunks } = limits;
  const ranges = merges.map((records) => evenBlocks(records, (records * dataBytes) / rows, limits));
  const index = { bytes: dataBytes, records: rows, lineEnd: 'lf' as const, ranges };
  const unlimited = Number.POSITIVE_INFINITY;
  const chunks = chunksOf(
    index,
    route === 'bulk-copy'
      ? { maxRows: writeRows, maxBytes: unlimited, maxChunks }
      : { maxRows: unlimited, maxBytes: differentiateBytes, maxChunks },
  );
  return chunks.map(({ records }) => records);
}

/** The blocks of a merge range; the last block holds the rest. */
function evenBlocks(rows: number, bytes: number, { blockBytes }: ImportLimits): SortedBlock[] {
  const recordBytes = bytes / rows;
  const perBlock = Math.max(1, Math.ceil(blockBytes / recordBytes));
  const blocks: SortedBlock[] = [];
  for (let left = Math.max(1, Math.round(rows)); left > 0; left -= perBlock) {
    const records = Math.min(left, perBlock);
    blocks.push({ records, bytes: Math.max(1, Math.round(records * recordBytes)) });
  }
  return blocks;
}

/** Distributes rows over chunks in proportion to their records. */
function spread(chunks: readonly number[], rows: number): number[] {
  const records = chunks.reduce((sum, count) => sum + count, 0);
  let passed = 0;
  return chunks.map((count) => {
    const before = Math.round((passed * rows) / records);
    passed += count;
    return Math.round((passed * rows) / records) - before;
  });
}

interface StageChunks {
  readonly sorted: readonly number[];
  readonly inserts: ReadonlyArray<readonly Piece[]>;
  readonly updates: ReadonlyArray<readonly Piece[]>;
}

/**
 * The parts of each file with records: those to insert, those to update, and the old values of the updated ones, once
 * for programs and once for people. The size of a record stands for that of its old values.
 */
function filesOf({ sorted, inserts, updates }: StageChunks, forecast: FileForecast, limits: ImportLimits): number[] {
  const handoffs = [inserts, updates].map((chunks) => partsOf(countRows(chunks), forecast, sorted.length, limits));
  if (updates.length === 0) return handoffs;
  const changes = partsOf(countRows(updates), forecast, updates.length, limits);
  return [...handoffs, changes, changes];
}

/** Parts of a file that is assembled from the fragments of each chunk. */
function partsOf(
  rows: number,
  { rows: all, dataBytes }: FileForecast,
  chunks: number,
  { partBytes }: ImportLimits,
): number {
  const bytes = (rows * dataBytes) / all;
  const piece = bytes / chunks;
  const piecesPerPart = Math.max(1, Math.ceil(partBytes / Math.max(piece, 1)));
  return Math.max(1, Math.ceil(chunks / piecesPerPart));
}
