import type { IncomingMessage } from 'node:http';
import { rejectionOf } from './loopback-only.ts';
import { sameText } from './same-text.ts';
import { type KeyPair, readClaim, signatureOf } from './signature.ts';

/** Maximum difference between the clocks of client and server, as on AWS. */
const MAX_SKEW_MS = 15 * 60 * 1000;

/** Thrown for a request from a page of another site, or one that this cloud's key pair did not sign. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code: 'AccessDeniedException' | 'UnrecognizedClientException' | 'InvalidSignatureException';

  constructor(code: Unauthenticated['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Verifies a request of the AWS SDK: Host, Origin and the signature (version 4, in the header).
 * @returns the name of the service that the request was signed for
 * @throws Unauthenticated
 */
export async function authenticate(request: IncomingMessage, body: Buffer, keyPair: KeyPair): Promise<string> {
  const rejection = rejectionOf(request);
  if (rejection !== undefined) throw new Unauthenticated('AccessDeniedException', rejection);
  const claim = readClaim(request);
  if (claim?.accessKeyId !== keyPair.accessKeyId) {
    throw new Unauthenticated(
      'UnrecognizedClientException',
      'The security token included in the request is invalid. Sign with the access key that npm start prints.',
    );
  }
  if (Math.abs(Date.now() - claim.signedAt.getTime()) > MAX_SKEW_MS) {
    throw new Unauthenticated('InvalidSignatureException', 'Signature expired: it is more than 15 minutes off.');
  }
  if (!sameText(await signatureOf(request, body, claim, keyPair), claim.signature)) {
    throw new Unauthenticated(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  }
  return claim.service;
}
