import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { asBuffer } from '../../domain/csv/bytes.ts';
import type { LineEnd } from '../../domain/csv/record-format.ts';
import type { SortedChunk } from '../../domain/sort/chunks.ts';
import { readSidecarEntry, SIDECAR_BYTES, type SortedRecord } from '../../domain/sort/sidecar.ts';
import { sidecarKey } from './merge-range.ts';
import type { SortKeys } from './sort-job.ts';

export interface SortedRecords extends Iterable<SortedRecord> {
  /** The bytes that the positions refer to; they include the line ends. */
  readonly bytes: Buffer;
}

/** Reads one chunk: two requests. `lineEnd` is that of the sorted index. */
export async function readSortedChunk(
  store: ObjectStore,
  keys: SortKeys,
  chunk: SortedChunk,
  lineEnd: LineEnd,
): Promise<SortedRecords> {
  const firstEntry = chunk.firstRecord * SIDECAR_BYTES;
  const [data, sidecar] = await Promise.all([
    store.read(keys.sorted, { start: chunk.start, end: chunk.start + chunk.bytes }),
    store.read(sidecarKey({ keys }, chunk.range), {
      start: firstEntry,
      end: firstEntry + chunk.records * SIDECAR_BYTES,
    }),
  ]);
  if (data.length !== chunk.bytes || sidecar.length !== chunk.records * SIDECAR_BYTES) {
    throw new Error('a chunk of the sorted file is shorter than its index says');
  }
  const bytes = asBuffer(data);
  return { bytes, [Symbol.iterator]: () => entries(asBuffer(sidecar), chunk.records, lineEnd === 'crlf' ? 2 : 1) };
}

function* entries(sidecar: Buffer, count: number, lineEndBytes: number): Generator<SortedRecord> {
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    const record = readSidecarEntry(sidecar, index, start);
    yield record;
    start = record.end + lineEndBytes;
  }
}
