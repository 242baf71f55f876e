import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { parseRequestTarget } from './request-target.ts';

export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Claim {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly signedAt: Date;
  /** Lower-case names. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=(?<key>[^/,]+)\/\d{8}\/(?<region>[^/,]+)\/(?<service>[^/,]+)\/aws4_request, *SignedHeaders=(?<headers>[^,]+), *Signature=(?<signature>[0-9a-f]{64})$/;
const PAYLOAD_HASH_HEADER = 'x-amz-content-sha256';

/** @returns undefined if the request has no Signature Version 4 in its Authorization header */
export function readClaim(request: IncomingMessage): Claim | undefined {
  const {
    key = '',
    region = '',
    service = '',
    headers = '',
    signature = '',
  } = AUTHORIZATION.exec(request.headers.authorization ?? '')?.groups ?? {};
  const signedAt = timeOf(String(request.headers['x-amz-date'] ?? ''));
  if (key === '' || signedAt === undefined) return undefined;
  return { accessKeyId: key, region, service, signedAt, signedHeaders: headers.split(';'), signature };
}

/**
 * The signature that the key pair would give this request and body, over the headers that the claim names; empty for a
 * target that cannot be parsed.
 */
export async function signatureOf(
  request: IncomingMessage,
  body: Buffer,
  claim: Claim,
  keyPair: KeyPair,
): Promise<string> {
  const { region, service, signedAt } = claim;
  const signed = new Set([...claim.signedHeaders, 'host', ...Object.keys(request.headers).filter(mustBeSigned)]);
  const headers = Object.fromEntries([...signed].map((name) => [name, String(request.headers[name] ?? '')]));
  const url = parseRequestTarget(request.url ?? '/');
  if (url === undefined) return '';
  const { pathname, searchParams } = url;
  const signer = new SignatureV4({ credentials: keyPair, region, service, sha256: Sha256, applyChecksum: false });
  const { headers: signedHeaders } = await signer.sign(
    {
      method: request.method ?? '',
      protocol: 'http:',
      hostname: '',
      path: pathname,
      query: Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])),
      // The library takes the body's hash from this header. A client may omit it, and then has not signed it.
      headers: { ...headers, [PAYLOAD_HASH_HEADER]: createHash('sha256').update(body).digest('hex') },
    },
    {
      signingDate: signedAt,
      signableHeaders: signed,
      ...(!signed.has(PAYLOAD_HASH_HEADER) && { unsignableHeaders: new Set([PAYLOAD_HASH_HEADER]) }),
    },
  );
  const { authorization = '' } = signedHeaders;
  return authorization.slice(authorization.lastIndexOf('=') + 1);
}

/** An unsigned header of AWS could have been changed in transit. */
function mustBeSigned(name: string): boolean {
  return name.startsWith('x-amz-');
}

function timeOf(timestamp: string): Date | undefined {
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = new Date(iso);
  return iso === timestamp || Number.isNaN(time.getTime()) ? undefined : time;
}
