import type { SortJob } from './job.ts';

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** How many byte ranges the source is scanned in. */
export function scanRangeCount({ source, limits }: Pick<SortJob, 'source' | 'limits'>): number {
  return Math.ceil(Math.max(0, source.size - source.dataStart) / limits.scanBytes);
}

/** Byte range `index` of the source, counted from 0. */
export function scanRangeAt({ source, limits }: Pick<SortJob, 'source' | 'limits'>, index: number): ByteRange {
  const start = source.dataStart + index * limits.scanBytes;
  return { start, end: Math.min(start + limits.scanBytes, source.size) };
}
