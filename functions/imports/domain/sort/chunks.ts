import * as z from 'zod';
import type { IdGroup, SortedBlock, SortedIndex } from './sorted-index.ts';

/** All records of the file with one ID that lies on both sides of a chunk's edge. */
export const SpanningGroupSchema = z.strictObject({
  id: z.string(),
  /** Ordinals of the first and the last readable record in the whole file. */
  firstOrdinal: z.int().min(0),
  lastOrdinal: z.int().min(0),
});
export type SpanningGroup = z.infer<typeof SpanningGroupSchema>;

/** The part of the sorted file that one step processes. */
export const SortedChunkSchema = z.strictObject({
  /** Its merge range, and the index of its first record there. */
  range: z.int().min(0),
  firstRecord: z.int().min(0),
  records: z.int().min(1),
  /** Where its bytes are in the sorted file. */
  start: z.int().min(0),
  bytes: z.int().min(1),
  /** Set if records before the chunk have the ID of its first record, and any of them is readable. */
  before: SpanningGroupSchema.optional(),
  /** Set if records after the chunk have the ID of its last record, and any of them is readable. */
  after: SpanningGroupSchema.optional(),
});
export type SortedChunk = z.infer<typeof SortedChunkSchema>;

export interface ChunkLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly maxChunks: number;
}

/** A block, and the whole groups (over all blocks) at its two ends. Equal groups are the same object. */
interface Link {
  readonly block: SortedBlock;
  readonly first: IdGroup | undefined;
  readonly last: IdGroup | undefined;
}

/**
 * Cuts the sorted file into chunks of whole blocks, none over two merge ranges. A chunk keeps both limits unless its
 * one block exceeds them, or there would be more than `maxChunks`: then the limits are raised for all.
 */
export function chunksOf(index: SortedIndex, limits: ChunkLimits): SortedChunk[] {
  const ranges = linked(index.ranges);
  for (let factor = 1; ; factor *= 2) {
    const raised = { maxRows: limits.maxRows * factor, maxBytes: limits.maxBytes * factor };
    const groups = ranges.map((links) => grouped(links, raised));
    const count = groups.reduce((total, { length }) => total + length, 0);
    if (count <= Math.max(limits.maxChunks, ranges.length)) return placed(groups);
  }
}

function linked(ranges: readonly (readonly SortedBlock[])[]): Link[][] {
  let current: IdGroup | undefined;
  const continued = (group: IdGroup | undefined) => {
    if (group && current?.id === group.id) widen(current, group);
    else current = group && { ...group };
    return current;
  };
  return ranges.map((blocks) =>
    blocks.map((block) => ({ block, first: continued(block.first), last: continued(block.last) })),
  );
}

function widen(group: IdGroup, more: IdGroup): void {
  const { firstOrdinal, lastOrdinal } = more;
  if (firstOrdinal === undefined || lastOrdinal === undefined) return;
  group.firstOrdinal = Math.min(group.firstOrdinal ?? firstOrdinal, firstOrdinal);
  group.lastOrdinal = Math.max(group.lastOrdinal ?? lastOrdinal, lastOrdinal);
}

function grouped(links: readonly Link[], { maxRows, maxBytes }: Omit<ChunkLimits, 'maxChunks'>): Link[][] {
  const groups: Link[][] = [];
  let rows = 0;
  let bytes = 0;
  for (const link of links) {
    rows += link.block.records;
    bytes += link.block.bytes;
    const group = groups.at(-1);
    if (group && rows <= maxRows && bytes <= maxBytes) group.push(link);
    else {
      groups.push([link]);
      rows = link.block.records;
      bytes = link.block.bytes;
    }
  }
  return groups;
}

function placed(ranges: readonly (readonly Link[][])[]): SortedChunk[] {
  const chunks: SortedChunk[] = [];
  let start = 0;
  for (const [range, groups] of ranges.entries()) {
    let firstRecord = 0;
    for (const links of groups) {
      const records = links.reduce((total, { block }) => total + block.records, 0);
      const bytes = links.reduce((total, { block }) => total + block.bytes, 0);
      chunks.push({ range, firstRecord, records, start, bytes });
      firstRecord += records;
      start += bytes;
    }
  }
  addSpanning(chunks, ranges.flat());
  return chunks;
}

function addSpanning(chunks: readonly SortedChunk[], groups: readonly (readonly Link[])[]): void {
  for (const [index, chunk] of chunks.entries()) {
    const first = groups[index]?.at(0)?.first;
    const last = groups[index]?.at(-1)?.last;
    const before = spanning(first, groups[index - 1]?.at(-1)?.last);
    const after = spanning(last, groups[index + 1]?.at(0)?.first);
    if (before) chunk.before = before;
    if (after) chunk.after = after;
  }
}

function spanning(group: IdGroup | undefined, neighbour: IdGroup | undefined): SpanningGroup | undefined {
  if (!group || group !== neighbour) return undefined;
  const { id, firstOrdinal, lastOrdinal } = group;
  if (firstOrdinal === undefined || lastOrdinal === undefined) return undefined;
  return { id: Buffer.from(id, 'base64').toString(), firstOrdinal, lastOrdinal };
}
