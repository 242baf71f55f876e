import type { CutKey } from './cut-key.ts';
import { RecordTable } from './record-table.ts';
import {
  decodeSampleHead,
  SAMPLE_HEAD_BYTES,
  SAMPLE_ID_BYTES,
  SAMPLE_RECORD_BYTES,
  type SampleHead,
} from './sample.ts';

/** A sorted segment of a run, as the cuts see it. */
export interface Segment {
  /** Bytes of its frames. */
  readonly framedBytes: number;
  /** Ordinal of the first record of its run. */
  readonly ordinal: number;
}

/** The samples of all segments, segment by segment, each in sorted order. */
export class SampleTable extends RecordTable {
  readonly #bytes: Buffer;
  readonly #segments: readonly Segment[];
  readonly #heads: number[] = [];
  readonly #segmentOf: number[] = [];

  constructor(bytes: Buffer, segments: readonly Segment[]) {
    super();
    this.#bytes = bytes;
    this.#segments = segments;
  }

  /** Adds the samples of `segment`, which lie in the table's bytes between the two positions. */
  addSegment(segment: number, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const { idLength, recordLength } = decodeSampleHead(this.#bytes, at);
      const idStart = at + SAMPLE_HEAD_BYTES;
      this.add(idStart + idLength, recordLength, idStart, idLength);
      this.#heads.push(at);
      this.#segmentOf.push(segment);
      at = idStart + idLength + recordLength;
    }
  }

  headOf(row: number): SampleHead {
    return decodeSampleHead(this.#bytes, this.#heads[row] ?? 0);
  }

  segmentOf(row: number): number {
    return this.#segmentOf[row] ?? 0;
  }

  cutKeyOf(row: number): CutKey {
    const idStart = this.idStart[row] ?? 0;
    const start = this.start[row] ?? 0;
    const segment = this.#segments[this.segmentOf(row)];
    return {
      id: this.#bytes.toString('base64', idStart, idStart + (this.idLength[row] ?? 0)),
      record: this.#bytes.toString('base64', start, start + (this.length[row] ?? 0)),
      ordinal: (segment?.ordinal ?? 0) + this.headOf(row).ordinal,
    };
  }

  /** Whether two neighbours in sorted order may be told apart by a cut: not when their keys are equal as far as kept. */
  isCutBetween(row: number, next: number): boolean {
    if ((this.idLength[row] ?? 0) !== (this.idLength[next] ?? 0)) return true;
    if (!this.#same(this.idStart, this.idLength, row, next)) return true;
    if ((this.idLength[row] ?? 0) === SAMPLE_ID_BYTES) return false;
    const lengths = [this.length[row] ?? 0, this.length[next] ?? 0];
    return !this.#same(this.start, this.length, row, next) || lengths.some((length) => length < SAMPLE_RECORD_BYTES);
  }

  #same(start: Uint32Array, length: Uint32Array, a: number, b: number): boolean {
    const startA = start[a] ?? 0;
    const startB = start[b] ?? 0;
    return this.#bytes.compare(this.#bytes, startA, startA + (length[a] ?? 0), startB, startB + (length[b] ?? 0)) === 0;
  }
}
