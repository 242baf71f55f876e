/** Resolves a path against something: only the path and the query of the result are of use. */
const BASE = 'http://localhost';

/**
 * Parses the target of a request.
 * @returns undefined for a target that no address has: a path that starts with two slashes, which would be read as a host
 * name, a malformed absolute address, or escapes that do not spell UTF-8
 */
export function parseRequestTarget(target: string): URL | undefined {
  const url = target.startsWith('//') ? null : URL.parse(target, BASE);
  return url !== null && isDecodable(url.pathname) ? url : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
