/** The part of the source object that contains records: `dataStart` is after byte-order mark and header row. */
export interface SortSource {
  readonly key: string;
  readonly versionId: string | undefined;
  /** Bytes of the whole object. */
  readonly size: number;
  /** Offset of the first byte after the header row. */
  readonly dataStart: number;
  /** Physical line at `dataStart`; the first line of the file is 1. */
  readonly dataLine: number;
}
