/** The stretch to scan, in a buffer that also holds bytes around it, where the object has them. */
export interface ScanWindow {
  /** Also holds the byte before the stretch, and the bytes after it up to the first that is no carriage return. */
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
