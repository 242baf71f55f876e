import type { ImportLimits } from '../limits.ts';
import type { SortSource } from './sort-source.ts';

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

interface Scanned {
  readonly source: Pick<SortSource, 'size' | 'dataStart'>;
  readonly limits: Pick<ImportLimits, 'scanBytes'>;
}

/** How many byte ranges the source is scanned in. */
export function scanRangeCount({ source, limits }: Scanned): number {
  return Math.ceil(Math.max(0, source.size - source.dataStart) / limits.scanBytes);
}

export function scanRangeAt({ source, limits }: Scanned, index: number): ByteRange {
  const start = source.dataStart + index * limits.scanBytes;
  return { start, end: Math.min(start + limits.scanBytes, source.size) };
}
