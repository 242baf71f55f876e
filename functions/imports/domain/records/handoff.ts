import * as z from 'zod';
import type { SourceRecord } from './chunk-report.ts';

const numbers = z.array(z.int().min(0));

/**
 * The index of the rows that a differentiate chunk hands off to a writing stage: for each row its length in the
 * fragment (without line end), its place in the source, and for an update the version that was compared.
 */
export const RowIndexSchema = z.strictObject({
  lineEndBytes: z.int().min(1).max(2),
  lengths: numbers,
  ordinals: numbers,
  lines: numbers,
  versions: numbers.optional(),
});
export type RowIndex = z.infer<typeof RowIndexSchema>;

/** Collects the rows of one handoff: the bytes of the fragment, and the row index. */
export class HandoffWriter {
  readonly #lineEnd: Buffer;
  readonly #pieces: Uint8Array[] = [];
  readonly #index: { lengths: number[]; ordinals: number[]; lines: number[]; versions: number[] } = {
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
    this.#index.lengths.push(record.end - record.start);
    this.#index.ordinals.push(record.ordinal);
    this.#index.lines.push(record.line);
    if (version !== undefined) this.#index.versions.push(version);
  }

  get rows(): number {
    return this.#index.lengths.length;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }

  rowIndex(): RowIndex {
    const { versions, ...index } = this.#index;
    return { lineEndBytes: this.#lineEnd.length, ...index, ...(versions.length > 0 && { versions }) };
  }
}

/** Byte range of rows `from` to `to` in the fragment. */
export function rowRange(
  { lengths, lineEndBytes }: RowIndex,
  from: number,
  to: number,
): { start: number; end: number } {
  let start = 0;
  for (let row = 0; row < from; row += 1) start += (lengths[row] ?? 0) + lineEndBytes;
  let end = start;
  for (let row = from; row < to; row += 1) end += (lengths[row] ?? 0) + lineEndBytes;
  return { start, end };
}

export interface HandoffRecord extends SourceRecord {
  /** The stored version that was compared; absent for a record to insert. */
  readonly version: number | undefined;
}

export interface HandoffUpdate extends SourceRecord {
  readonly version: number;
}

/** @throws Error for a record to insert */
export function handoffUpdate({ version, ...record }: HandoffRecord): HandoffUpdate {
  if (version === undefined) throw new Error('A handoff has an update without the version that was compared');
  return { ...record, version };
}

export function* handoffRecords(
  index: RowIndex,
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  firstPosition: number,
): Generator<HandoffRecord> {
  let start = 0;
  for (let row = from; row < to; row += 1) {
    const end = start + (index.lengths[row] ?? 0);
    yield {
      bytes,
      start,
      end,
      position: firstPosition + row - from,
      ordinal: index.ordinals[row] ?? 0,
      line: index.lines[row] ?? 0,
      version: index.versions?.[row],
    };
    start = end + index.lineEndBytes;
  }
}
