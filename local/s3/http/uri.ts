import { S3Error } from '../errors.ts';

export type QueryPairs = readonly (readonly [name: string, value: string])[];

/** @throws S3Error InvalidURI if the escapes are malformed or not UTF-8. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI');
  }
}

/** Percent-encodes by the rules of Signature Version 4: everything but letters, digits, `-`, `.`, `_` and `~`. */
export function encodeUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Like encodeUri, but keeps the slashes between path segments. */
export function encodeUriPath(path: string): string {
  return path.split('/').map(encodeUri).join('/');
}

/** Splits a request target at its first `?` and decodes both parts. A query name without a value gets an empty one. */
export function parseTarget(target: string): { path: string; query: QueryPairs } {
  if (!target.startsWith('/')) throw new S3Error('InvalidURI');
  const cut = target.indexOf('?');
  const path = decodeUri(cut < 0 ? target : target.slice(0, cut));
  return { path, query: cut < 0 ? [] : parseQuery(target.slice(cut + 1)) };
}

function parseQuery(text: string): QueryPairs {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      const [name, value] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
      return [decodeUri(name.replaceAll('+', ' ')), decodeUri(value.replaceAll('+', ' '))];
    });
}
