/** The stretch to scan, in a buffer that also holds the byte before and the byte after it, where the object has them. */
export interface ScanWindow {
  readonly bytes: Buffer;
  /** Where the stretch begins and ends in `bytes`. */
  readonly from: number;
  readonly to: number;
  /** Offset in the object of `bytes[0]`. */
  readonly base: number;
  /** Offset in the object of its first record byte. */
  readonly dataStart: number;
  readonly delimiter: number;
  readonly recordBytes: number;
}
