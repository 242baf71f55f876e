import type { RecordTable } from './record-table.ts';
import { encodeSampleHead, SAMPLE_ID_BYTES, SAMPLE_RECORD_BYTES } from './sample.ts';

interface Block {
  readonly row: number;
  readonly ordinal: number;
  readonly offset: number;
  dataBytes: number;
}

/** Cuts a run into blocks of about `sampleBytes` while its frames are written, and keeps a sample of each. */
export class SampleWriter {
  readonly #bytes: Buffer;
  readonly #table: RecordTable;
  readonly #sampleBytes: number;
  readonly #written: Buffer[] = [];
  #block: Block | undefined;

  constructor(bytes: Buffer, table: RecordTable, sampleBytes: number) {
    this.#bytes = bytes;
    this.#table = table;
    this.#sampleBytes = sampleBytes;
  }

  /** Adds the next frame: its row, its offset in the run, and the bytes that its record takes in the sorted file. */
  frame(row: number, ordinal: number, offset: number, dataBytes: number): void {
    if (!this.#block || offset - this.#block.offset >= this.#sampleBytes) {
      this.#endBlock(offset);
      this.#block = { row, ordinal, offset, dataBytes: 0 };
    }
    this.#block.dataBytes += dataBytes;
  }

  /** All samples; `runBytes` is the size of the whole run. */
  finish(runBytes: number): Buffer {
    this.#endBlock(runBytes);
    return Buffer.concat(this.#written);
  }

  #endBlock(end: number): void {
    if (!this.#block) return;
    const { row, ordinal, offset, dataBytes } = this.#block;
    const idStart = this.#table.idStartOf(row);
    const idLength = Math.min(this.#table.idLengthOf(row), SAMPLE_ID_BYTES);
    const start = this.#table.startOf(row);
    const recordLength = Math.min(this.#table.lengthOf(row), SAMPLE_RECORD_BYTES);
    const framedBytes = end - offset;
    this.#written.push(
      encodeSampleHead({ idLength, recordLength, ordinal, offset, framedBytes, dataBytes }),
      Buffer.from(this.#bytes.subarray(idStart, idStart + idLength)),
      Buffer.from(this.#bytes.subarray(start, start + recordLength)),
    );
  }
}
