import { S3Error, type S3ErrorCode } from '../errors.ts';
import { queryValue, type S3Request } from '../http/request.ts';

/** The statements of a request about its signature, before verification. */
export interface Claim {
  readonly accessKeyId: string;
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly signedAt: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** Seconds for which a presigned address is valid; undefined if the signature is in the Authorization header. */
  readonly expiresSeconds: number | undefined;
  readonly payloadHash: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MAX_EXPIRES_SECONDS = 7 * 24 * 60 * 60;

/** @throws S3Error AccessDenied for an anonymous request; AuthorizationHeaderMalformed and similar errors. */
export function readClaim(request: S3Request): Claim {
  const authorization = request.headers.get('authorization');
  const isPresigned = queryValue(request, 'X-Amz-Signature') !== undefined;
  if (authorization !== undefined && isPresigned) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  }
  if (authorization !== undefined) return fromHeader(request, authorization);
  if (isPresigned) return fromQuery(request);
  if (queryValue(request, 'AWSAccessKeyId') !== undefined) {
    throw new S3Error('InvalidRequest', `Signature version 2 is not supported. Please use ${ALGORITHM}.`);
  }
  throw new S3Error('AccessDenied', 'Anonymous requests are rejected.');
}

function fromHeader(request: S3Request, authorization: string): Claim {
  const malformed = (message?: string) => new S3Error('AuthorizationHeaderMalformed', message);
  const fields = /^AWS4-HMAC-SHA256\s+(?<fields>.+)$/.exec(authorization)?.groups?.fields;
  if (fields === undefined) throw malformed(`Only ${ALGORITHM} is supported.`);
  const values = new Map(fields.split(',').map((field) => splitOnce(field.trim(), '=')));
  const signedAt = request.headers.get('x-amz-date');
  if (signedAt === undefined)
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid x-amz-date header');
  const payloadHash = request.headers.get('x-amz-content-sha256');
  if (payloadHash === undefined) {
    const hint = 'curl before 8.0 needs --header "x-amz-content-sha256: UNSIGNED-PAYLOAD"';
    throw new S3Error('InvalidRequest', `Missing required header for this request: x-amz-content-sha256 (${hint})`);
  }
  return {
    ...readScope(values.get('Credential') ?? '', 'AuthorizationHeaderMalformed'),
    signedAt: requireTimestamp(signedAt, 'AuthorizationHeaderMalformed'),
    signedHeaders: (values.get('SignedHeaders') ?? '').split(';'),
    signature: values.get('Signature') ?? '',
    expiresSeconds: undefined,
    payloadHash,
  };
}

function fromQuery(request: S3Request): Claim {
  const code = 'AuthorizationQueryParametersError';
  const need = (name: string) => {
    const value = queryValue(request, name);
    if (value === undefined) throw new S3Error(code, `Query-string authentication requires ${name}`);
    return value;
  };
  if (need('X-Amz-Algorithm') !== ALGORITHM) throw new S3Error(code, `X-Amz-Algorithm only supports ${ALGORITHM}`);
  const expires = need('X-Amz-Expires');
  const expiresSeconds = /^\d{1,7}$/.test(expires) ? Number(expires) : Number.NaN;
  if (!(expiresSeconds >= 1 && expiresSeconds <= MAX_EXPIRES_SECONDS)) {
    throw new S3Error(code, 'X-Amz-Expires must be between 1 second and one week');
  }
  return {
    ...readScope(need('X-Amz-Credential'), code),
    signedAt: requireTimestamp(need('X-Amz-Date'), code),
    signedHeaders: need('X-Amz-SignedHeaders').split(';'),
    signature: need('X-Amz-Signature'),
    expiresSeconds,
    payloadHash:
      queryValue(request, 'X-Amz-Content-Sha256') ?? request.headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

function readScope(credential: string, code: S3ErrorCode) {
  const [terminator, service, region, date, ...accessKeyId] = credential.split('/').reverse();
  if (terminator !== 'aws4_request' || !service || !region || !date || accessKeyId.length === 0) {
    throw new S3Error(code, 'The credential must be <access key id>/<date>/<region>/<service>/aws4_request');
  }
  return { accessKeyId: accessKeyId.reverse().join('/'), date, region, service };
}

function requireTimestamp(text: string, code: S3ErrorCode): string {
  if (!/^\d{8}T\d{6}Z$/.test(text)) throw new S3Error(code, 'The signing time must have the format YYYYMMDDTHHMMSSZ');
  return text;
}

function splitOnce(text: string, separator: string): [string, string] {
  const cut = text.indexOf(separator);
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}
