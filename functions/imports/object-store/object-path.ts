import { join, relative, sep } from 'node:path';

/** Ends the path of every object, so that object `a` and folder `a/` of another object can stand side by side. */
const OBJECT_MARK = '~';

/** Where the object of a key lies, below `folder`. No key leaves the folder, whatever it holds (`..`, separators, control characters). */
export function pathOfKey(folder: string, key: string): string {
  return join(folder, ...key.split('/').map(encodeSegment)) + OBJECT_MARK;
}

/** The key that `pathOfKey` was given. */
export function keyOfPath(folder: string, path: string): string {
  const segments = relative(folder, path).slice(0, -OBJECT_MARK.length).split(sep);
  return segments.map((segment) => decodeURIComponent(segment.replace(/^_/, ''))).join('/');
}

function encodeSegment(segment: string): string {
  const encoded = encodeURIComponent(segment).replaceAll('~', '%7E').replaceAll('.', '%2E');
  // An empty segment needs a name, and one that begins with the mark must not be taken for it.
  return encoded === '' || encoded.startsWith('_') ? `_${encoded}` : encoded;
}

export function isObjectPath(path: string): boolean {
  return path.endsWith(OBJECT_MARK);
}
