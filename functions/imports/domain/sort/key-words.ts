import { BY_ID, keyLength, keyStart, type SortLevel } from './compare-rows.ts';
import { RecordTable } from './record-table.ts';

/** A word is at most this many bytes of a key: more rarely fit into a number, and each costs a pass over the keys. */
const MAX_WORD_BYTES = 15;
/** Words are whole numbers that a double holds exactly. */
const WORD_BITS = 53;

interface Rows {
  readonly from: number;
  readonly to: number;
  readonly level: SortLevel;
  readonly depth: number;
}

/**
 * The next bytes of many keys, each key's as one number that is the smaller the greater the bytes are (the sort is
 * descending). Bytes that all keys share are skipped; the others are numbered by rank among the bytes that occur, so that
 * a word of digits holds fifteen of them; a key's end ranks below every byte.
 */
export class KeyWords {
  /** Bytes that all keys share. */
  depth = 0;
  bytesPerWord = 1;
  /** Every key of the group ends where the shared bytes end. */
  allEqual = false;
  /** Bits that a word may have. */
  bits = 0;
  readonly #seen = new Uint8Array(256);
  readonly #codes = new Uint32Array(256);
  #bytes: Buffer = Buffer.alloc(0);
  #table = new RecordTable();
  #level: SortLevel = BY_ID;
  #base = 2;

  prepare(bytes: Buffer, table: RecordTable, order: Uint32Array, rows: Rows): void {
    this.#bytes = bytes;
    this.#table = table;
    this.#level = rows.level;
    this.depth = this.#sharedLength(order, rows);
    this.#markBytes(order, rows);
    const symbols = this.#seen.reduce((count, seen) => count + seen, 0);
    this.allEqual = symbols === 0;
    this.#rankBytes(symbols);
    this.#base = symbols + 1;
    const bitsPerByte = Math.log2(this.#base);
    this.bytesPerWord = Math.max(1, Math.min(MAX_WORD_BYTES, Math.floor(WORD_BITS / bitsPerByte)));
    this.bits = Math.ceil(this.bytesPerWord * bitsPerByte);
  }

  wordOf(row: number): number {
    const bytes = this.#bytes;
    const codes = this.#codes;
    const base = this.#base;
    const start = keyStart(this.#table, row, this.#level);
    const end = start + keyLength(this.#table, row, this.#level);
    const from = start + this.depth;
    const to = from + this.bytesPerWord;
    let word = 0;
    for (let at = from; at < to; at += 1) word = word * base + (at < end ? (codes[bytes[at] ?? 0] ?? 0) : base - 1);
    return word;
  }

  /** Whether the keys with this word end with it. */
  isEnded(word: number): boolean {
    return word % this.#base === this.#base - 1;
  }

  #sharedLength(order: Uint32Array, { from, to, depth }: Rows): number {
    const bytes = this.#bytes;
    const table = this.#table;
    const level = this.#level;
    const model = order[from] ?? 0;
    const modelStart = keyStart(table, model, level);
    let shared = keyLength(table, model, level);
    for (let position = from + 1; position < to && shared > depth; position += 1) {
      const row = order[position] ?? 0;
      const rowStart = keyStart(table, row, level);
      const limit = Math.min(shared, keyLength(table, row, level));
      let same = depth;
      while (same < limit && bytes[rowStart + same] === bytes[modelStart + same]) same += 1;
      shared = same;
    }
    return shared;
  }

  /** Which bytes occur in the stretch that a word could hold. */
  #markBytes(order: Uint32Array, { from, to }: Rows): void {
    const bytes = this.#bytes;
    const table = this.#table;
    const level = this.#level;
    const seen = this.#seen.fill(0);
    for (let position = from; position < to; position += 1) {
      const row = order[position] ?? 0;
      const rowStart = keyStart(table, row, level);
      const end = rowStart + Math.min(keyLength(table, row, level), this.depth + MAX_WORD_BYTES);
      for (let at = rowStart + this.depth; at < end; at += 1) seen[bytes[at] ?? 0] = 1;
    }
  }

  #rankBytes(symbols: number): void {
    let code = symbols;
    for (let byte = 0; byte < 256; byte += 1) {
      if (this.#seen[byte] === 1) code -= 1;
      this.#codes[byte] = code;
    }
  }
}
