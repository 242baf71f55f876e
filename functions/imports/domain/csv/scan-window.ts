/** The stretch to scan, in a buffer that also holds the object's bytes around it. */
export interface ScanWindow {
  /** Also holds the byte before the stretch, and the bytes after it up to the first that is not a carriage return. */
  readonly bytes: Buffer;
  /** The bounds of the stretch in `bytes`. */
  readonly from: number;
  readonly to: number;
  /** Offset in the object of `bytes[0]`. */
  readonly base: number;
  /** Offset in the object of its first record byte. */
  readonly dataStart: number;
  readonly delimiter: number;
  readonly recordBytes: number;
}
