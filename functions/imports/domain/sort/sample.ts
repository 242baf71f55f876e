import { MAX_CUSTOMER_ID_BYTES } from '../../../crm-tables/index.ts';

/** Bytes of the ID that a sample keeps: one more than an ID that can be imported has, so that those are kept whole. */
export const SAMPLE_ID_BYTES = MAX_CUSTOMER_ID_BYTES + 1;
/** Bytes of the record that a sample keeps. More would make the samples of a large file too large for memory. */
export const SAMPLE_RECORD_BYTES = 512;

/** The sample of a block of a run: enough of its first record to cut there, and the size of the block. */
export interface SampleHead {
  readonly idLength: number;
  readonly recordLength: number;
  /** Counted from the first record of the run. */
  readonly ordinal: number;
  /** Offset of the block in the run, and its bytes there. */
  readonly offset: number;
  readonly framedBytes: number;
  /** A lower bound of its bytes in the sorted file. */
  readonly dataBytes: number;
}

/** Six numbers of 32 bits, little endian, in the order of `SampleHead`; then come the ID and the record. */
export const SAMPLE_HEAD_BYTES = 24;

export function encodeSampleHead(head: SampleHead): Buffer {
  const words = [head.idLength, head.recordLength, head.ordinal, head.offset, head.framedBytes, head.dataBytes];
  return Buffer.from(Uint32Array.from(words).buffer);
}

export function decodeSampleHead(bytes: Buffer, at: number): SampleHead {
  return {
    idLength: bytes.readUInt32LE(at),
    recordLength: bytes.readUInt32LE(at + 4),
    ordinal: bytes.readUInt32LE(at + 8),
    offset: bytes.readUInt32LE(at + 12),
    framedBytes: bytes.readUInt32LE(at + 16),
    dataBytes: bytes.readUInt32LE(at + 20),
  };
}
