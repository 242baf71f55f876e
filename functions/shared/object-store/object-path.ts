import { join, relative, sep } from 'node:path';

/** Ends the path of every object, so that object `a` and the folder `a/` of another object can both exist. */
const OBJECT_MARK = '~';

/**
 * The path of a key's object below `folder`. No key leaves the folder, whatever it contains (`..`, separators, control
 * characters).
 */
export function pathOfKey(folder: string, key: string): string {
  return join(folder, ...key.split('/').map(encodeSegment)) + OBJECT_MARK;
}

/** The inverse of `pathOfKey`. */
export function keyOfPath(folder: string, path: string): string {
  const segments = relative(folder, path).slice(0, -OBJECT_MARK.length).split(sep);
  return segments.map((segment) => decodeURIComponent(segment.replace(/^_/, ''))).join('/');
}

function encodeSegment(segment: string): string {
  const encoded = encodeURIComponent(segment).replaceAll('~', '%7E').replaceAll('.', '%2E');
  // An empty segment needs a name; a segment that begins with `_` gets another `_`, so that the two stay distinct.
  return encoded === '' || encoded.startsWith('_') ? `_${encoded}` : encoded;
}

export function isObjectPath(path: string): boolean {
  return path.endsWith(OBJECT_MARK);
}
