import { FRAME_BYTES, FRAME_ID_LENGTH, FRAME_ID_OFFSET, FRAME_LINE, FRAME_ORDINAL } from './frame.ts';
import type { RunTable } from './run-table.ts';
import { SampleWriter } from './sample-writer.ts';

export interface WrittenRun {
  /** Bytes of frames, from where they were to be written. */
  readonly framedBytes: number;
  readonly samples: Buffer;
}

/**
 * Writes the frames of `table`'s rows in `order` to `bytes`, from `target` on. `firstOrdinal` is the ordinal of row 0,
 * counted from the first record of the source range.
 */
export function writeRun(
  bytes: Buffer,
  table: RunTable,
  order: Uint32Array,
  target: number,
  { firstOrdinal, sampleBytes }: { readonly firstOrdinal: number; readonly sampleBytes: number },
): WrittenRun {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new SampleWriter(bytes, table, sampleBytes);
  let at = target;
  for (let index = 0; index < order.length; index += 1) {
    const row = order[index] ?? 0;
    const start = table.startOf(row);
    const length = table.lengthOf(row);
    const ordinal = firstOrdinal + row;
    // With the shorter of the two line ends: a lower bound is what the cuts need.
    samples.frame(row, ordinal, at - target, length + 1);
    view.setUint32(at, length, true);
    view.setUint32(at + FRAME_ID_OFFSET, table.rawIdOffsetOf(row), true);
    view.setUint32(at + FRAME_ID_LENGTH, table.packedIdLengthOf(row), true);
    view.setUint32(at + FRAME_ORDINAL, ordinal, true);
    view.setUint32(at + FRAME_LINE, table.lineOf(row), true);
    // Within one buffer: far cheaper a call than a copy between two.
    bytes.copyWithin(at + FRAME_BYTES, start, start + length);
    at += FRAME_BYTES + length;
  }
  return { framedBytes: at - target, samples: samples.finish(at - target) };
}
