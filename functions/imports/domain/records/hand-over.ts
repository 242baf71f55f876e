import * as z from 'zod';
import type { SourceRecord } from './chunk-report.ts';

const numbers = z.array(z.int().min(0));

/**
 * What stands beside the records that a differentiate chunk hands to a writing stage: for each row where it ends in the
 * fragment (its line end apart) and where the record came from, and for an update the version that was compared.
 */
export const HandOverSchema = z.strictObject({
  lineEndBytes: z.int().min(1).max(2),
  lengths: numbers,
  ordinals: numbers,
  lines: numbers,
  versions: numbers.optional(),
});
export type HandOver = z.infer<typeof HandOverSchema>;

/** Gathers the rows of one hand-over: the fragment's bytes and what stands beside them. */
export class HandOverWriter {
  readonly #lineEnd: Buffer;
  readonly #pieces: Uint8Array[] = [];
  readonly #beside: { lengths: number[]; ordinals: number[]; lines: number[]; versions: number[] } = {
    lengths: [],
    ordinals: [],
    lines: [],
    versions: [],
  };

  constructor(lineEnd: string) {
    this.#lineEnd = Buffer.from(lineEnd);
  }

  add(record: SourceRecord, version?: number): void {
    this.#pieces.push(record.bytes.subarray(record.start, record.end), this.#lineEnd);
    this.#beside.lengths.push(record.end - record.start);
    this.#beside.ordinals.push(record.ordinal);
    this.#beside.lines.push(record.line);
    if (version !== undefined) this.#beside.versions.push(version);
  }

  get rows(): number {
    return this.#beside.lengths.length;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }

  beside(): HandOver {
    const { versions, ...beside } = this.#beside;
    return { lineEndBytes: this.#lineEnd.length, ...beside, ...(versions.length > 0 && { versions }) };
  }
}

/** Byte range of rows `from` to `to` in the fragment. */
export function rowRange(
  { lengths, lineEndBytes }: HandOver,
  from: number,
  to: number,
): { start: number; end: number } {
  let start = 0;
  for (let row = 0; row < from; row += 1) start += (lengths[row] ?? 0) + lineEndBytes;
  let end = start;
  for (let row = from; row < to; row += 1) end += (lengths[row] ?? 0) + lineEndBytes;
  return { start, end };
}

export interface HandedOverRecord extends SourceRecord {
  /** The stored version that was compared; absent for a record to insert. */
  readonly version: number | undefined;
}

export interface HandedOverUpdate extends SourceRecord {
  readonly version: number;
}

/** @throws Error when the record was handed over to be inserted. */
export function handedOverUpdate({ version, ...record }: HandedOverRecord): HandedOverUpdate {
  if (version === undefined) throw new Error('An update was handed over without the version that was compared');
  return { ...record, version };
}

/** The records of rows `from` to `to`, whose bytes are `bytes`. */
export function* handedOverRecords(
  beside: HandOver,
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  firstPosition: number,
): Generator<HandedOverRecord> {
  let start = 0;
  for (let row = from; row < to; row += 1) {
    const end = start + (beside.lengths[row] ?? 0);
    yield {
      bytes,
      start,
      end,
      position: firstPosition + row - from,
      ordinal: beside.ordinals[row] ?? 0,
      line: beside.lines[row] ?? 0,
      version: beside.versions?.[row],
    };
    start = end + beside.lineEndBytes;
  }
}
