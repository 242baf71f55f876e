import { BY_ID, BY_RECORD, compareKeys } from './compare-rows.ts';
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
  readonly framedBytes: number;
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
    const idStart = this.idStartOf(row);
    const start = this.startOf(row);
    const segment = this.#segments[this.segmentOf(row)];
    return {
      id: this.#bytes.toString('base64', idStart, idStart + this.idLengthOf(row)),
      record: this.#bytes.toString('base64', start, start + this.lengthOf(row)),
      ordinal: (segment?.ordinal ?? 0) + this.headOf(row).ordinal,
    };
  }

  /** Whether a cut may lie between two neighbours in sorted order: their kept keys differ. */
  isCutBetween(row: number, next: number): boolean {
    if (compareKeys(this.#bytes, this, row, next, BY_ID, 0) !== 0) return true;
    if (this.idLengthOf(row) === SAMPLE_ID_BYTES) return false;
    if (compareKeys(this.#bytes, this, row, next, BY_RECORD, 0) !== 0) return true;
    return this.lengthOf(row) < SAMPLE_RECORD_BYTES;
  }
}
