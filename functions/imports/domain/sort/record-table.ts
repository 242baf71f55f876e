const FIRST_CAPACITY = 1 << 10;
/** Numbers kept per row, so that one row is half a cache line: rows are visited in sorted order, that is at random. */
const STRIDE = 8;

const START = 0;
const LENGTH = 1;
const ID_START = 2;
const ID_LENGTH = 3;
/** The first of the numbers that a kind of table defines itself. */
const EXTRA = 4;

/**
 * Records in one buffer, as numbers: no object and no string for each record. The ID's content is in the same buffer:
 * in the record itself, or, if its quotes had to be removed, after the data.
 */
export class RecordTable {
  count = 0;
  #rows = new Uint32Array(FIRST_CAPACITY * STRIDE);

  get capacity(): number {
    return this.#rows.length / STRIDE;
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds a row; returns its number. */
  add(start: number, length: number, idStart: number, idLength: number): number {
    const row = this.count;
    if (row === this.capacity) this.#grow();
    const at = row * STRIDE;
    const rows = this.#rows;
    rows[at + START] = start;
    rows[at + LENGTH] = length;
    rows[at + ID_START] = idStart;
    rows[at + ID_LENGTH] = idLength;
    this.count = row + 1;
    return row;
  }

  startOf(row: number): number {
    return this.#rows[row * STRIDE + START] ?? 0;
  }

  lengthOf(row: number): number {
    return this.#rows[row * STRIDE + LENGTH] ?? 0;
  }

  idStartOf(row: number): number {
    return this.#rows[row * STRIDE + ID_START] ?? 0;
  }

  idLengthOf(row: number): number {
    return this.#rows[row * STRIDE + ID_LENGTH] ?? 0;
  }

  protected setExtra(row: number, index: number, value: number): void {
    this.#rows[row * STRIDE + EXTRA + index] = value;
  }

  protected extraOf(row: number, index: number): number {
    return this.#rows[row * STRIDE + EXTRA + index] ?? 0;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#rows.length * 2);
    larger.set(this.#rows);
    this.#rows = larger;
  }
}
