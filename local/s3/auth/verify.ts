import { createHash } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Clock } from '../../../functions/shared/domain/clock.ts';
import { sameText } from '../../http/same-text.ts';
import { S3Error } from '../errors.ts';
import type { S3Request } from '../http/request.ts';
import { canonicalRequest } from './canonical-request.ts';
import { type Claim, readClaim } from './claim.ts';

const MAX_SKEW_MS = 15 * 60 * 1000;
const SERVICE = 's3';

export interface VerifierOptions {
  readonly credentials: Readonly<Record<string, string>>;
  readonly region: string;
  readonly clock: Clock;
}

/** A valid signature of a request, with the data for verifying the signatures inside its body. */
export interface VerifiedSignature {
  readonly isPresigned: boolean;
  /** Hash of the body as hex, or one of the constants that S3 defines instead. */
  readonly payloadHash: string;
  readonly signature: string;
  readonly signedAt: string;
  readonly scope: string;
  /** Signs with the key of this request: hex. */
  sign(stringToSign: string): Promise<string>;
}

/** @throws S3Error AccessDenied, InvalidAccessKeyId, SignatureDoesNotMatch, RequestTimeTooSkewed and similar errors. */
export async function verifySignature(request: S3Request, options: VerifierOptions): Promise<VerifiedSignature> {
  const claim = readClaim(request);
  checkScope(claim, options.region);
  checkToken(request);
  const secret = Object.hasOwn(options.credentials, claim.accessKeyId)
    ? options.credentials[claim.accessKeyId]
    : undefined;
  if (secret === undefined) throw new S3Error('InvalidAccessKeyId');
  checkTime(claim, options.clock.now().getTime());
  checkSignedHeaders(request, claim);
  const scope = `${claim.date}/${claim.region}/${SERVICE}/aws4_request`;
  const sign = signerOf(claim, secret);
  const hash = sha256Hex(canonicalRequest(request, claim.signedHeaders, claim.payloadHash));
  const expected = await sign(['AWS4-HMAC-SHA256', claim.signedAt, scope, hash].join('\n'));
  if (!sameText(expected, claim.signature)) throw new S3Error('SignatureDoesNotMatch');
  return {
    isPresigned: claim.expiresSeconds !== undefined,
    payloadHash: claim.payloadHash,
    signature: claim.signature,
    signedAt: claim.signedAt,
    scope,
    sign,
  };
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function signerOf(claim: Claim, secretAccessKey: string): (stringToSign: string) => Promise<string> {
  const credentials = { accessKeyId: claim.accessKeyId, secretAccessKey };
  const signer = new SignatureV4({ credentials, region: claim.region, service: SERVICE, sha256: Sha256 });
  return (stringToSign) => signer.sign(stringToSign, { signingDate: timeOf(claim.signedAt) });
}

function checkScope(claim: Claim, region: string): void {
  const code =
    claim.expiresSeconds === undefined ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  if (claim.region !== region) {
    throw new S3Error(code, `The region '${claim.region}' is wrong; expecting '${region}'`, {
      details: { Region: region },
    });
  }
  if (claim.service !== SERVICE)
    throw new S3Error(code, `The service '${claim.service}' is wrong; expecting '${SERVICE}'`);
  if (!claim.signedAt.startsWith(claim.date))
    throw new S3Error(code, 'The date of the credential differs from the date of the signature');
}

function checkToken(request: S3Request): void {
  const isGiven =
    request.headers.has('x-amz-security-token') || request.query.some(([name]) => name === 'X-Amz-Security-Token');
  if (isGiven) throw new S3Error('InvalidToken', 'The credentials of this store have no session token.');
}

function checkTime(claim: Claim, now: number): void {
  const signedAt = timeOf(claim.signedAt).getTime();
  if (claim.expiresSeconds === undefined) {
    if (Math.abs(now - signedAt) > MAX_SKEW_MS) throw new S3Error('RequestTimeTooSkewed');
    return;
  }
  if (signedAt - now > MAX_SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
  if (now > signedAt + claim.expiresSeconds * 1000) throw new S3Error('AccessDenied', 'Request has expired');
}

/** An unsigned header could have been changed in transit; therefore all headers that matter must be signed. */
function checkSignedHeaders(request: S3Request, { signedHeaders }: Claim): void {
  const mustBeSigned = [...request.headers.keys()].filter((name) => name === 'host' || name.startsWith('x-amz-'));
  const unsigned = ['host', ...mustBeSigned].find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined) {
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${unsigned}`);
  }
}

function timeOf(timestamp: string): Date {
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) throw new S3Error('AccessDenied', 'The signing time is not a valid date');
  return time;
}
