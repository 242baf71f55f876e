import type { S3Request } from '../http/request.ts';
import { encodeUri, encodeUriPath } from '../http/uri.ts';

/** The text that Signature Version 4 signs for S3, built from the unmodified request. */
export function canonicalRequest(request: S3Request, signedHeaders: readonly string[], payloadHash: string): string {
  return [
    request.method,
    encodeUriPath(request.path),
    canonicalQuery(request),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(request.headers.get(name) ?? '')}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalQuery({ query }: S3Request): string {
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encodeUri(name), encodeUri(value)])
    .sort(([leftName, leftValue], [rightName, rightValue]) =>
      leftName === rightName ? compare(leftValue, rightValue) : compare(leftName, rightName),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** By code unit, which for percent-encoded text is by byte. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function canonicalValue(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}
