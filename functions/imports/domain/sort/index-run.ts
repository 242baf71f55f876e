import { contentEnd, LF, QUOTE } from '../csv/bytes.ts';
import { type FieldPlace, locateField } from '../csv/field-bytes.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import { FIELD_START, QUOTED, transitionsFor } from '../csv/state.ts';
import { packIdLength } from './frame.ts';
import type { HighestId } from './highest-id.ts';
import type { IdSpace } from './id-space.ts';
import type { RunTable } from './run-table.ts';

/** Adds the records of a run to a table, one by one. */
export class RunIndexer {
  readonly #bytes: Buffer;
  readonly #format: Pick<RecordFormat, 'delimiter' | 'customerIdColumn'>;
  readonly #ids: IdSpace;
  readonly #highest: HighestId;
  readonly #transitions: Uint8Array;
  readonly #place: FieldPlace = { start: 0, length: 0, escaped: false };
  #position = 0;
  #line = 0;
  /** The first quote from the position on. */
  #quote = -1;

  /** `bytes` holds exactly the run's source bytes; the first of them begins a record. `ids` decodes into the same memory. */
  constructor(
    bytes: Buffer,
    format: Pick<RecordFormat, 'delimiter' | 'customerIdColumn'>,
    ids: IdSpace,
    highest: HighestId,
  ) {
    this.#bytes = bytes;
    this.#format = format;
    this.#transitions = transitionsFor(format.delimiter);
    this.#ids = ids;
    this.#highest = highest;
  }

  /** Adds the next `count` records to the table. @throws Error when there are fewer: the source has changed */
  next(count: number, table: RunTable): void {
    for (let added = 0; added < count; ) {
      if (this.#position >= this.#bytes.length) throw new Error('the run holds fewer records than the scan found');
      if (this.#readLine(table)) added += 1;
    }
  }

  /** Reads one record or one empty line. */
  #readLine(table: RunTable): boolean {
    const bytes = this.#bytes;
    const start = this.#position;
    const line = this.#line;
    const lineEnd = this.#endOfRecord();
    this.#line += 1;
    this.#position = lineEnd + 1;
    // Without an LF at the end of the file carriage returns are text.
    const end = lineEnd < bytes.length ? contentEnd(bytes, start, lineEnd) : lineEnd;
    if (end === start) return false;
    this.#add(table, start, end, line);
    return true;
  }

  /** The LF that ends the record, or the end of the bytes; counts the lines within the record. */
  #endOfRecord(): number {
    const bytes = this.#bytes;
    if (this.#quote < this.#position) {
      const found = bytes.indexOf(QUOTE, this.#position);
      this.#quote = found === -1 ? bytes.length : found;
    }
    const found = bytes.indexOf(LF, this.#position);
    const lineEnd = found === -1 ? bytes.length : found;
    return this.#quote < lineEnd ? this.#endOfQuotedRecord() : lineEnd;
  }

  #endOfQuotedRecord(): number {
    const bytes = this.#bytes;
    const transitions = this.#transitions;
    let state: number = FIELD_START;
    for (let position = this.#position; position < bytes.length; position += 1) {
      const byte = bytes[position] ?? 0;
      if (byte === LF) {
        if (state !== QUOTED) return position;
        this.#line += 1;
      }
      state = transitions[(state << 8) | byte] ?? 0;
    }
    return bytes.length;
  }

  #add(table: RunTable, start: number, end: number, line: number): void {
    const { delimiter, customerIdColumn } = this.#format;
    if (customerIdColumn === undefined) {
      table.setSource(table.add(start, end - start, start, 0), 0, 0, line);
      return;
    }
    const place = this.#place;
    locateField(this.#bytes, start, end, delimiter, customerIdColumn, place);
    const row = place.escaped
      ? this.#addEscaped(table, start, end, place)
      : table.add(start, end - start, place.start, place.length);
    if (!place.escaped) this.#highest.see(this.#bytes, place.start, place.start + place.length);
    table.setSource(row, place.start - start, packIdLength(place.length, place.escaped), line);
  }

  /** An ID that holds quotes never has the form of a generated one. */
  #addEscaped(table: RunTable, start: number, end: number, place: FieldPlace): number {
    const id = this.#ids.decode(place.start, place.start + place.length);
    return table.add(start, end - start, id.start, id.length);
  }
}
