import type { Cut } from './cut-key.ts';
import {
  FRAME_BYTES,
  FRAME_ID_LENGTH,
  FRAME_ID_OFFSET,
  FRAME_LINE,
  FRAME_ORDINAL,
  isIdEscaped,
  unpackedIdLength,
} from './frame.ts';
import type { IdSpace } from './id-space.ts';
import { RecordTable } from './record-table.ts';

const SEGMENT = 0;

/** The base of the ordinals and lines of a segment's frames. */
export interface SegmentOrigin {
  readonly ordinal: number;
  readonly line: number;
}

/** The framed records of a merge range, slice by slice. */
export class MergeTable extends RecordTable {
  #bytes: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #origins: readonly SegmentOrigin[] = [];

  /** Removes all rows; the next ones are frames in `bytes`. */
  begin(bytes: Buffer, origins: readonly SegmentOrigin[]): void {
    this.clear();
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#origins = origins;
  }

  /** Adds those frames between the two positions that lie in the range from one cut to the other. */
  addSlice(
    segment: number,
    from: number,
    to: number,
    range: { readonly from?: Cut; readonly to?: Cut },
    ids: IdSpace,
  ): void {
    const firstRow = this.count;
    for (let at = from; at < to; ) {
      const length = this.#view.getUint32(at, true);
      this.#addFrame(segment, at, length, ids);
      at += FRAME_BYTES + length;
      if (this.count === firstRow + 1 && range.from && this.#isBefore(firstRow, range.from)) this.count = firstRow;
    }
    if (range.to) this.count = this.#firstNotBefore(firstRow, range.to);
  }

  ordinalOf(row: number): number {
    return this.#origin(row).ordinal + this.#word(row, FRAME_ORDINAL);
  }

  lineOf(row: number): number {
    return this.#origin(row).line + this.#word(row, FRAME_LINE);
  }

  rawIdOffsetOf(row: number): number {
    return this.#word(row, FRAME_ID_OFFSET);
  }

  packedIdLengthOf(row: number): number {
    return this.#word(row, FRAME_ID_LENGTH);
  }

  #addFrame(segment: number, at: number, length: number, ids: IdSpace): void {
    const start = at + FRAME_BYTES;
    const rawStart = start + this.#view.getUint32(at + FRAME_ID_OFFSET, true);
    const packed = this.#view.getUint32(at + FRAME_ID_LENGTH, true);
    const rawLength = unpackedIdLength(packed);
    const id = isIdEscaped(packed) ? ids.decode(rawStart, rawStart + rawLength) : undefined;
    const row = this.add(start, length, id?.start ?? rawStart, id?.length ?? rawLength);
    this.setExtra(row, SEGMENT, segment);
  }

  /** Rows from `firstRow` on are in sorted order. */
  #firstNotBefore(firstRow: number, cut: Cut): number {
    let low = firstRow;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(middle, cut)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isBefore(row: number, cut: Cut): boolean {
    return cut.isAfter(this.#bytes, this, row, this.ordinalOf(row));
  }

  #origin(row: number): SegmentOrigin {
    return this.#origins[this.extraOf(row, SEGMENT)] ?? { ordinal: 0, line: 0 };
  }

  #word(row: number, offset: number): number {
    return this.#view.getUint32(this.startOf(row) - FRAME_BYTES + offset, true);
  }
}
