import { RecordTable } from './record-table.ts';

const RAW_ID_OFFSET = 0;
const PACKED_ID_LENGTH = 1;
const LINE = 2;

/** The records of a run, in source order. */
export class RunTable extends RecordTable {
  /**
   * Sets the place of the ID's bytes from the record's start, their length (see `packIdLength`), and the lines between
   * the run's first record and this one.
   */
  setSource(row: number, rawIdOffset: number, packedIdLength: number, line: number): void {
    this.setExtra(row, RAW_ID_OFFSET, rawIdOffset);
    this.setExtra(row, PACKED_ID_LENGTH, packedIdLength);
    this.setExtra(row, LINE, line);
  }

  rawIdOffsetOf(row: number): number {
    return this.extraOf(row, RAW_ID_OFFSET);
  }

  packedIdLengthOf(row: number): number {
    return this.extraOf(row, PACKED_ID_LENGTH);
  }

  lineOf(row: number): number {
    return this.extraOf(row, LINE);
  }
}
