import { doubled, RecordTable } from './record-table.ts';

/** The records of a run, in source order: row number = ordinal within the run's segment. */
export class RunTable extends RecordTable {
  /** Where the ID's own bytes lie, from the record's start, and how many; see `packIdLength`. */
  rawIdOffset = new Uint32Array(this.start.length);
  rawIdLength = new Uint32Array(this.start.length);
  /** Lines between the run's first record and this one. */
  line = new Uint32Array(this.start.length);

  addSource(rawIdOffset: number, rawIdLength: number, line: number): void {
    const row = this.count - 1;
    this.rawIdOffset[row] = rawIdOffset;
    this.rawIdLength[row] = rawIdLength;
    this.line[row] = line;
  }

  protected override grow(): void {
    super.grow();
    this.rawIdOffset = doubled(this.rawIdOffset);
    this.rawIdLength = doubled(this.rawIdLength);
    this.line = doubled(this.line);
  }
}
