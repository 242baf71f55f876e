import { S3Error } from '../errors.ts';
import { ACCOUNT_ID } from '../events/object-created.ts';
import type { S3Request } from '../http/request.ts';
import type { Call, Operation } from './call.ts';

const AUTH_PARAMETERS = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
  'X-Amz-Content-Sha256',
]);

/** Allowed in any request; with `x-id` the SDK names the operation for readers of logs. */
const COMMON_PARAMETERS = new Set([...AUTH_PARAMETERS, 'x-id']);

const COMMON_HEADERS = new Set(['x-amz-date', 'x-amz-content-sha256', 'x-amz-user-agent', 'x-amz-request-payer']);

/** Headers that are accepted only with the value that describes the store's fixed behaviour. */
const FIXED_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'x-amz-expected-bucket-owner': [ACCOUNT_ID],
  'x-amz-source-expected-bucket-owner': [ACCOUNT_ID],
  'x-amz-storage-class': ['STANDARD'],
  'x-amz-acl': ['private', 'bucket-owner-full-control'],
  'x-amz-server-side-encryption': ['AES256'],
};

/** Unsupported conditional headers are rejected: ignoring one could cause an unwanted write or deletion. */
const CONDITIONAL_HEADERS = new Set([
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'range',
]);

/**
 * The operation of a request.
 * @throws S3Error NotImplemented, naming the first query parameter or header that the operation does not support.
 */
export function selectOperation<C extends Call>(
  operations: readonly Operation<C>[],
  request: S3Request,
  headers: ReadonlyMap<string, string>,
): Operation<C> {
  const names = new Set(request.query.map(([name]) => name));
  const [operation] = operations
    .filter(({ method }) => method === request.method)
    .filter(({ markers = [] }) => markers.every((marker) => names.has(marker)))
    .filter(({ markerHeaders = [] }) => markerHeaders.every((marker) => headers.has(marker)))
    .sort((left, right) => specificity(right) - specificity(left));
  if (!operation) throw new S3Error('NotImplemented', `${request.method} ${describe(names)} is not implemented`);
  checkParameters(operation, request);
  checkHeaders(operation, headers);
  return operation;
}

/**
 * The headers, including those in the query of a presigned address. A checksum in the query is ignored, as in S3: the SDK
 * signs the checksum of an empty body into every upload address, before the body exists.
 */
export function effectiveHeaders(request: S3Request, isPresigned: boolean): ReadonlyMap<string, string> {
  if (!isPresigned) return request.headers;
  const hoisted = request.query.filter(([name]) => isHoistable(name) && !CHECKSUM_PARAMETER.test(name));
  return new Map([...request.headers, ...hoisted]);
}

function isHoistable(parameterName: string): boolean {
  return parameterName.startsWith('x-amz-');
}

const CHECKSUM_PARAMETER = /^x-amz-(?:checksum-(?!mode$)|sdk-checksum-algorithm$)/;

function specificity<C extends Call>({ markers = [], markerHeaders = [] }: Operation<C>): number {
  return markers.length + markerHeaders.length;
}

function describe(names: ReadonlySet<string>): string {
  const shown = [...names].filter((name) => !COMMON_PARAMETERS.has(name));
  return shown.length === 0 ? 'without a sub-resource' : `with ${shown.join(', ')}`;
}

function checkParameters<C extends Call>(operation: Operation<C>, request: S3Request): void {
  const isPresigned = request.query.some(([name]) => name === 'X-Amz-Signature');
  const known = new Set([...COMMON_PARAMETERS, ...(operation.markers ?? []), ...(operation.query ?? [])]);
  const seen = new Set<string>();
  for (const [name] of request.query) {
    const isHoisted = isPresigned && isHoistable(name);
    if (!known.has(name) && !isHoisted) {
      throw new S3Error('NotImplemented', `${operation.name} does not implement the query parameter ${name}`);
    }
    if (seen.has(name)) throw new S3Error('InvalidArgument', `The query parameter ${name} is given twice`);
    seen.add(name);
  }
}

function checkHeaders<C extends Call>(operation: Operation<C>, headers: ReadonlyMap<string, string>): void {
  const known = new Set([...COMMON_HEADERS, ...(operation.markerHeaders ?? []), ...(operation.headers ?? [])]);
  const keepsMetadata = known.has('x-amz-meta-*');
  for (const [name, value] of headers) {
    const hasMeaning = name.startsWith('x-amz-') || CONDITIONAL_HEADERS.has(name);
    if (!hasMeaning || known.has(name)) continue;
    if (keepsMetadata && name.startsWith('x-amz-meta-')) continue;
    const fixed = FIXED_HEADERS[name];
    if (fixed?.includes(value)) continue;
    if (fixed && name.endsWith('-bucket-owner')) throw new S3Error('AccessDenied');
    throw new S3Error(
      'NotImplemented',
      `${operation.name} does not implement the header ${name}${fixed ? `: ${value}` : ''}`,
    );
  }
}
