import { CR, LF } from '../csv/bytes.ts';
import type { LineEnd, RecordFormat } from '../csv/record-format.ts';
import { BlockWriter } from './block-writer.ts';
import type { MergeTable } from './merge-table.ts';
import { writeSidecarEntry } from './sidecar.ts';
import type { SortedBlock } from './sorted-index.ts';

export interface SortedOutput {
  /** Bytes of records and line ends. */
  readonly bytes: number;
  readonly blocks: readonly SortedBlock[];
}

/** Writes the rows in `order` to `bytes`, from `target` on, each with the line end, and their sidecar to `sidecar`. */
export function writeSorted(
  bytes: Buffer,
  table: MergeTable,
  order: Uint32Array,
  target: number,
  sidecar: Uint32Array,
  {
    format,
    lineEnd,
    blockBytes,
  }: { readonly format: RecordFormat; readonly lineEnd: LineEnd; readonly blockBytes: number },
): SortedOutput {
  const blocks = new BlockWriter(bytes, table, order, format, blockBytes);
  let at = target;
  for (let index = 0; index < order.length; index += 1) {
    const row = order[index] ?? 0;
    const start = table.startOf(row);
    const length = table.lengthOf(row);
    const idLength = table.packedIdLengthOf(row);
    writeSidecarEntry(
      sidecar,
      index,
      length,
      table.rawIdOffsetOf(row),
      idLength,
      table.ordinalOf(row),
      table.lineOf(row),
    );
    bytes.copyWithin(at, start, start + length);
    let end = at + length;
    if (lineEnd === 'crlf') bytes[end++] = CR;
    bytes[end++] = LF;
    blocks.record(index, end - at);
    at = end;
  }
  return { bytes: at - target, blocks: blocks.blocks };
}
