import { BY_ID, BY_RECORD, compareRows, type SortLevel } from './compare-rows.ts';
import { KeyWords } from './key-words.ts';
import { RadixSort } from './radix-sort.ts';
import type { RecordTable } from './record-table.ts';

/** Groups up to this size are sorted by comparing records; larger ones by the digits of their keys. */
const SMALL_GROUP = 16;

/** Rows that agree in all that has been looked at: levels before `level`, and the first `depth` bytes of it. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly level: SortLevel;
  readonly depth: number;
}

/**
 * Sorts the rows of record tables, descending by ID and then by the whole record, both as bytes. Rows that are equal keep
 * their order. Works on a few bytes of the keys at a time, as one number, and continues with the following bytes where rows tie.
 * Memory is kept for the next table.
 */
export class TableSorter {
  readonly #words = new KeyWords();
  readonly #radix = new RadixSort();
  #order = new Uint32Array(0);

  /** The rows in order; valid until the next call. Without `byId` the whole record alone decides. */
  sort(bytes: Buffer, table: RecordTable, byId: boolean): Uint32Array {
    const count = table.count;
    if (this.#order.length < count) this.#order = new Uint32Array(table.capacity);
    const order = this.#order.subarray(0, count);
    for (let row = 0; row < count; row += 1) order[row] = row;
    this.#radix.reserve(table.capacity);
    const pending: Group[] = [{ from: 0, to: count, level: byId ? BY_ID : BY_RECORD, depth: 0 }];
    for (let group = pending.pop(); group; group = pending.pop()) {
      if (group.to - group.from <= SMALL_GROUP) sortSmall(bytes, table, order, group);
      else this.#sortLarge(bytes, table, order, group, pending);
    }
    return order;
  }

  #sortLarge(bytes: Buffer, table: RecordTable, order: Uint32Array, group: Group, pending: Group[]): void {
    const { from, to, level } = group;
    const words = this.#words;
    words.prepare(bytes, table, order, group);
    if (words.allEqual) {
      if (level === BY_ID) pending.push({ from, to, level: BY_RECORD, depth: 0 });
      return;
    }
    this.#radix.sort(words, order, from, to);
    const depth = words.depth + words.bytesPerWord;
    let tie = from;
    for (let position = from + 1; position <= to; position += 1) {
      if (position < to && this.#radix.isTie(position - from)) continue;
      if (position - tie > 1) {
        const ended = words.isEnded(this.#radix.wordAt(tie - from));
        if (!ended) pending.push({ from: tie, to: position, level, depth });
        else if (level === BY_ID) pending.push({ from: tie, to: position, level: BY_RECORD, depth: 0 });
      }
      tie = position;
    }
  }
}

function sortSmall(bytes: Buffer, table: RecordTable, order: Uint32Array, { from, to, level, depth }: Group): void {
  for (let next = from + 1; next < to; next += 1) {
    const row = order[next] ?? 0;
    let place = next;
    while (place > from) {
      const before = order[place - 1] ?? 0;
      // Strictly greater only: equal rows stay in their order.
      if (compareRows(bytes, table, row, before, level, depth) <= 0) break;
      order[place] = before;
      place -= 1;
    }
    order[place] = row;
  }
}
