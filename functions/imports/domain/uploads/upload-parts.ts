import type { Import } from '../import.ts';

const MiB = 1024 * 1024;

/** Up to here one request sends a file in a minute of an ordinary line, and is sent again at no great loss. */
export const LARGEST_SINGLE_PUT = 64 * MiB;
/** Small enough to be sent again over a bad line, large enough for few of them. S3's own minimum is 5 MiB. */
const SMALLEST_PART = 8 * MiB;
/** S3 joins no more into one object. */
const MOST_PARTS = 10_000;

/** How a file is cut for its upload: every part but the last has `partBytes`. */
export interface PartSizes {
  readonly bytes: number;
  readonly partBytes: number;
}

/** The size of the parts in which a file comes; undefined for one that comes in a single request. */
export function partBytesOf(bytes: number): number | undefined {
  if (bytes <= LARGEST_SINGLE_PUT) return undefined;
  return Math.max(SMALLEST_PART, Math.ceil(bytes / MOST_PARTS / MiB) * MiB);
}

export const partCountOf = ({ bytes, partBytes }: PartSizes): number => Math.ceil(bytes / partBytes);

/** The exact length of a part, counted from 1. */
export const partLength = ({ bytes, partBytes }: PartSizes, partNumber: number): number =>
  Math.min(partBytes, bytes - (partNumber - 1) * partBytes);

/** How an import's file is to come, in parts; undefined where it comes in one request or was not announced at all. */
export function partSizesOf({ announced }: Pick<Import, 'announced'>): PartSizes | undefined {
  return announced?.multipart && { bytes: announced.bytes, partBytes: announced.multipart.partBytes };
}
