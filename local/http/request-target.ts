/** Base for resolving a path; only the path and query of the result are used. */
const BASE = 'http://localhost';

/**
 * Parses the target of a request. A path that starts with two slashes stays a path, as CloudFront and API Gateway read it;
 * as an address it would name a host.
 * @returns undefined for an invalid target: a malformed absolute address, or escapes that are not UTF-8
 */
export function parseRequestTarget(target: string): URL | undefined {
  const url = target.startsWith('/') ? URL.parse(BASE + target) : URL.parse(target, BASE);
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
