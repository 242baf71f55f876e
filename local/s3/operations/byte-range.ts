import { S3Error } from '../errors.ts';

/** Offsets into an object; `end` is exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The range of a Range header; undefined for the whole object, which S3 also sends for an invalid header and for several
 * ranges.
 * @throws S3Error InvalidRange if the object has no byte in the range.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const groups = /^bytes=(?<first>\d*)-(?<last>\d*)$/.exec(header?.trim() ?? '')?.groups;
  const first = groups?.first ?? '';
  const last = groups?.last ?? '';
  if (first === '' && last === '') return undefined;
  if (first === '') return satisfiable(Math.max(size - Number(last), 0), size, size);
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return satisfiable(Number(first), last === '' ? size : Math.min(Number(last) + 1, size), size);
}

function satisfiable(start: number, end: number, size: number): ByteRange {
  if (start < end) return { start, end };
  throw new S3Error('InvalidRange', undefined, { headers: { 'content-range': `bytes */${size}` } });
}
