import type { Import } from '../import.ts';

const MiB = 1024 * 1024;

/**
 * Up to this size one request sends a file within a minute over an ordinary line, and little is lost if it has to be
 * repeated.
 */
export const LARGEST_SINGLE_PUT = 64 * MiB;
/** Small enough to repeat over a bad line, large enough to need few parts. S3's own minimum is 5 MiB. */
const SMALLEST_PART = 8 * MiB;
/** S3's limit for one object. */
const MOST_PARTS = 10_000;

/** Every part but the last has `partBytes`. */
export interface PartSizes {
  readonly bytes: number;
  readonly partBytes: number;
}

/** The part size for a file of this size; undefined if a single request sends it. */
export function partBytesOf(bytes: number): number | undefined {
  if (bytes <= LARGEST_SINGLE_PUT) return undefined;
  return Math.max(SMALLEST_PART, Math.ceil(bytes / MOST_PARTS / MiB) * MiB);
}

export const partCountOf = ({ bytes, partBytes }: PartSizes): number => Math.ceil(bytes / partBytes);

/** The exact length of a part. Part numbers start at 1. */
export const partLength = ({ bytes, partBytes }: PartSizes, partNumber: number): number =>
  Math.min(partBytes, bytes - (partNumber - 1) * partBytes);

/** The parts of an import's file; undefined if a single request sends it or if it was not announced. */
export function partSizesOf({ announced }: Pick<Import, 'announced'>): PartSizes | undefined {
  return announced?.multipart && { bytes: announced.bytes, partBytes: announced.multipart.partBytes };
}
