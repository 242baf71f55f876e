import * as z from 'zod';
import type { ValuesBefore } from '../../../customers/index.ts';
import type { SourceRecord } from './chunk-report.ts';

const numbers = z.array(z.int().min(0));

/**
 * The index of the rows that a differentiate chunk hands off to a writing stage: for each row its length in the
 * fragment (without line end), its place in the source, and for an update the compared version and its values.
 */
export const RowIndexSchema = z.strictObject({
  lineEndBytes: z.int().min(1).max(2),
  lengths: numbers,
  ordinals: numbers,
  lines: numbers,
  versions: numbers.optional(),
  /** For an update, the stored values that differ. */
  before: z.array(z.record(z.string(), z.string())).optional(),
});
export type RowIndex = z.infer<typeof RowIndexSchema>;

/** The stored customer that a record to update was compared with. */
export interface Compared {
  readonly version: number;
  /** Its values that the record changes. */
  readonly before: ValuesBefore;
}

/** Collects the rows of one handoff: the bytes of the fragment, and the row index. */
export class HandoffWriter {
  readonly #lineEnd: Buffer;
  readonly #pieces: Uint8Array[] = [];
  readonly #lengths: number[] = [];
  readonly #ordinals: number[] = [];
  readonly #lines: number[] = [];
  readonly #compared: Compared[] = [];

  constructor(lineEnd: string) {
    this.#lineEnd = Buffer.from(lineEnd);
  }

  /** @param compared of a record to update */
  add(record: SourceRecord, compared?: Compared): void {
    this.#pieces.push(record.bytes.subarray(record.start, record.end), this.#lineEnd);
    this.#lengths.push(record.end - record.start);
    this.#ordinals.push(record.ordinal);
    this.#lines.push(record.line);
    if (compared) this.#compared.push(compared);
  }

  get rows(): number {
    return this.#lengths.length;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }

  rowIndex(): RowIndex {
    return {
      lineEndBytes: this.#lineEnd.length,
      lengths: this.#lengths,
      ordinals: this.#ordinals,
      lines: this.#lines,
      ...(this.#compared.length > 0 && {
        versions: this.#compared.map(({ version }) => version),
        before: this.#compared.map(({ before }) => before),
      }),
    };
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
  /** Absent for a record to insert. */
  readonly compared: Compared | undefined;
}

export interface HandoffUpdate extends SourceRecord {
  readonly compared: Compared;
}

/** @throws Error for a record to insert */
export function handoffUpdate({ compared, ...record }: HandoffRecord): HandoffUpdate {
  if (compared === undefined) throw new Error('A handoff has an update without the customer that was compared');
  return { ...record, compared };
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
      compared: comparedAt(index, row),
    };
    start = end + index.lineEndBytes;
  }
}

function comparedAt({ versions, before }: RowIndex, row: number): Compared | undefined {
  const version = versions?.[row];
  return version === undefined ? undefined : { version, before: before?.[row] ?? {} };
}
