const FIRST_CAPACITY = 1 << 10;

/**
 * Records in one buffer, as columns of numbers: no object and no string per record.
 * The ID's content lies in the same buffer: in the record itself, or, where quotes had to be taken off, behind the data.
 */
export class RecordTable {
  count = 0;
  start = new Uint32Array(FIRST_CAPACITY);
  length = new Uint32Array(FIRST_CAPACITY);
  idStart = new Uint32Array(FIRST_CAPACITY);
  idLength = new Uint32Array(FIRST_CAPACITY);

  clear(): void {
    this.count = 0;
  }

  add(start: number, length: number, idStart: number, idLength: number): void {
    if (this.count === this.start.length) this.grow();
    const row = this.count;
    this.start[row] = start;
    this.length[row] = length;
    this.idStart[row] = idStart;
    this.idLength[row] = idLength;
    this.count = row + 1;
  }

  protected grow(): void {
    this.start = doubled(this.start);
    this.length = doubled(this.length);
    this.idStart = doubled(this.idStart);
    this.idLength = doubled(this.idLength);
  }
}

export function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
