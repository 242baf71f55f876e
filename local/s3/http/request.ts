import type { IncomingMessage } from 'node:http';
import { S3Error } from '../errors.ts';
import { parseTarget, type QueryPairs } from './uri.ts';

/** A request as received; nothing in it is verified yet. */
export interface S3Request {
  readonly id: string;
  readonly method: string;
  /** Decoded, as it was signed; contains the bucket only in path-style addresses. */
  readonly path: string;
  readonly query: QueryPairs;
  /** Lower-case names. Values of a repeated header are joined by commas, as in the signature. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bucketName: string | undefined;
  readonly key: string | undefined;
  readonly remoteAddress: string;
  readonly body: IncomingMessage;
}

const MAX_KEY_BYTES = 1024;

/** @throws S3Error InvalidURI, KeyTooLongError */
export function readRequest(message: IncomingMessage, id: string): S3Request {
  const { path, query } = parseTarget(message.url ?? '/');
  const headers = readHeaders(message.rawHeaders);
  const { bucketName, key } = readResource(path, headers.get('host') ?? '');
  if (key !== undefined && Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error('KeyTooLongError');
  return {
    id,
    method: message.method ?? '',
    path,
    query,
    headers,
    bucketName,
    key,
    remoteAddress: message.socket.remoteAddress ?? '',
    body: message,
  };
}

export function queryValue(request: S3Request, name: string): string | undefined {
  return request.query.find(([candidate]) => candidate === name)?.[1];
}

function readHeaders(raw: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index]?.toLowerCase() ?? '';
    const value = raw[index + 1] ?? '';
    const previous = headers.get(name);
    headers.set(name, previous === undefined ? value : `${previous},${value}`);
  }
  return headers;
}

/** The bucket is the first path segment, or precedes `.localhost` in the host name. */
function readResource(path: string, host: string): { bucketName: string | undefined; key: string | undefined } {
  const virtualHost = /^(?<bucket>.+)\.localhost(?::\d+)?$/i.exec(host)?.groups?.bucket;
  if (virtualHost !== undefined) return { bucketName: virtualHost, key: path.slice(1) || undefined };
  if (path.startsWith('//')) throw new S3Error('InvalidURI');
  const cut = path.indexOf('/', 1);
  if (cut < 0) return { bucketName: path.slice(1) || undefined, key: undefined };
  return { bucketName: path.slice(1, cut), key: path.slice(cut + 1) || undefined };
}
