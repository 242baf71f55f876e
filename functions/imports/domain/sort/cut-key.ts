import * as z from 'zod';
import type { RecordTable } from './record-table.ts';
import { SAMPLE_ID_BYTES, SAMPLE_RECORD_BYTES } from './sample.ts';

/**
 * A place in the sorted order: directly before the record that it was taken from, or, if that record's key was too long
 * to keep, before the first record with the same beginning.
 */
export const CutKeySchema = z.strictObject({
  id: z.base64(),
  record: z.base64(),
  /** In the whole file. */
  ordinal: z.int().min(0),
});
export type CutKey = z.infer<typeof CutKeySchema>;

/** Decides which rows of a table come before a cut. */
export class Cut {
  readonly #id: Buffer;
  readonly #record: Buffer;
  readonly #ordinal: number;

  constructor(key: CutKey) {
    this.#id = Buffer.from(key.id, 'base64');
    this.#record = Buffer.from(key.record, 'base64');
    this.#ordinal = key.ordinal;
  }

  isAfter(bytes: Buffer, table: RecordTable, row: number, ordinal: number): boolean {
    const byId = compareHead(bytes, table.idStartOf(row), table.idLengthOf(row), this.#id, SAMPLE_ID_BYTES);
    if (byId !== 0) return byId > 0;
    if (this.#id.length === SAMPLE_ID_BYTES) return false;
    const byRecord = compareHead(bytes, table.startOf(row), table.lengthOf(row), this.#record, SAMPLE_RECORD_BYTES);
    if (byRecord !== 0) return byRecord > 0;
    return this.#record.length < SAMPLE_RECORD_BYTES && ordinal < this.#ordinal;
  }
}

/** Compares the bytes, as far as a sample would have kept them, with those of a sample. */
function compareHead(bytes: Buffer, start: number, length: number, kept: Buffer, most: number): number {
  return bytes.compare(kept, 0, kept.length, start, start + Math.min(length, most));
}
