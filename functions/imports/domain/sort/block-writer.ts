import { MAX_CUSTOMER_ID_BYTES } from '../../../crm-tables/index.ts';
import { validateRecord } from '../csv/record.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import type { MergeTable } from './merge-table.ts';
import type { IdGroup, SortedBlock } from './sorted-index.ts';

/** Groups the sorted rows into blocks of about `blockBytes`, and records the IDs at both ends of each. */
export class BlockWriter {
  readonly blocks: SortedBlock[] = [];
  readonly #bytes: Buffer;
  readonly #table: MergeTable;
  readonly #order: Uint32Array;
  readonly #format: RecordFormat;
  readonly #blockBytes: number;
  #from = 0;
  #size = 0;

  constructor(bytes: Buffer, table: MergeTable, order: Uint32Array, format: RecordFormat, blockBytes: number) {
    this.#bytes = bytes;
    this.#table = table;
    this.#order = order;
    this.#format = format;
    this.#blockBytes = blockBytes;
  }

  /** Adds the record at place `index`, which takes `size` bytes of the sorted file. */
  record(index: number, size: number): void {
    this.#size += size;
    if (this.#size >= this.#blockBytes || index === this.#order.length - 1) this.#endBlock(index + 1);
  }

  #endBlock(to: number): void {
    const from = this.#from;
    const first = this.#groupFrom(from, to, 1);
    const last = this.#groupFrom(to - 1, from - 1, -1);
    const block: SortedBlock = { bytes: this.#size, records: to - from };
    if (first) block.first = first;
    if (last) block.last = last;
    this.blocks.push(block);
    this.#from = to;
    this.#size = 0;
  }

  /** The group of records with the ID of the record at `from`, in the direction of `step`, up to `stop` (exclusive). */
  #groupFrom(from: number, stop: number, step: 1 | -1): IdGroup | undefined {
    const model = this.#order[from] ?? 0;
    const id = this.#idOf(model);
    if (this.#format.customerIdColumn === undefined || id.length === 0 || id.length > MAX_CUSTOMER_ID_BYTES)
      return undefined;
    let lowest = Number.POSITIVE_INFINITY;
    let highest = -1;
    for (let index = from; index !== stop; index += step) {
      const row = this.#order[index] ?? 0;
      if (row !== model && !this.#idOf(row).equals(id)) break;
      if (!this.#isReadable(row)) continue;
      const ordinal = this.#table.ordinalOf(row);
      lowest = Math.min(lowest, ordinal);
      highest = Math.max(highest, ordinal);
    }
    const group = { id: id.toString('base64') };
    return highest === -1 ? group : { ...group, firstOrdinal: lowest, lastOrdinal: highest };
  }

  #idOf(row: number): Buffer {
    const start = this.#table.idStartOf(row);
    return this.#bytes.subarray(start, start + this.#table.idLengthOf(row));
  }

  #isReadable(row: number): boolean {
    const start = this.#table.startOf(row);
    return !('unreadable' in validateRecord(this.#bytes, start, start + this.#table.lengthOf(row), this.#format));
  }
}
