import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { VerifiedSignature } from '../auth/verify.ts';
import { S3Error } from '../errors.ts';
import type { Checksum } from '../store/object-version.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import {
  algorithmOfHeader,
  type ChecksumAlgorithm,
  checksumHeader,
  createDigester,
  requireChecksumValue,
} from './checksums.ts';

/** The body of a verified request. Reading `chunks` to the end verifies it against the request's headers. */
export interface Payload {
  /** Bytes after decoding; undefined if the request does not give a length. */
  readonly size: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Both are set once `chunks` has ended. */
  readonly digests: { md5: string; checksum: Checksum | undefined };
}

type Headers = ReadonlyMap<string, string>;

interface Expectations {
  readonly contentMd5: string | undefined;
  readonly algorithm: ChecksumAlgorithm | undefined;
  /** Set from a header at the start, or from the trailer at the end. */
  checksum: string | undefined;
}

/**
 * @throws S3Error at once for invalid headers, and from `chunks` if the bytes do not match them:
 *   BadDigest, XAmzContentSHA256Mismatch, IncompleteBody, SignatureDoesNotMatch.
 */
export function openPayload(body: Readable, headers: Headers, signature: VerifiedSignature): Payload {
  const expected = readExpectations(headers);
  const isChunked = signature.payloadHash.startsWith('STREAMING-');
  const size = declaredSize(headers, isChunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (isChunked && size === undefined) throw new S3Error('MissingContentLength');
  const digests: Payload['digests'] = { md5: '', checksum: undefined };
  const bytes = isChunked ? unframed(body, signature, expected) : plain(body, signature.payloadHash);
  return { size, digests, chunks: verified(bytes, size, expected, digests) };
}

async function* verified(
  source: AsyncIterable<Uint8Array>,
  size: number | undefined,
  expected: Expectations,
  digests: Payload['digests'],
): AsyncGenerator<Uint8Array> {
  const md5 = createHash('md5');
  const digester = expected.algorithm && createDigester(expected.algorithm);
  let received = 0;
  for await (const bytes of source) {
    received += bytes.length;
    if (size !== undefined && received > size) throw new S3Error('IncompleteBody');
    md5.update(bytes);
    digester?.update(bytes);
    yield bytes;
  }
  if (size !== undefined && received !== size) throw new S3Error('IncompleteBody');
  const digest = md5.digest();
  digests.md5 = digest.toString('hex');
  if (expected.contentMd5 !== undefined && digest.toString('base64') !== expected.contentMd5) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  if (expected.algorithm && digester) digests.checksum = requireEqual(expected, digester.digest().toString('base64'));
}

function requireEqual({ algorithm, checksum }: Expectations, computed: string): Checksum | undefined {
  if (!algorithm) return undefined;
  if (checksum === undefined)
    throw new S3Error('InvalidRequest', `The trailer ${checksumHeader(algorithm)} is missing`);
  if (requireChecksumValue(algorithm, checksum) === computed) {
    return { algorithm, value: computed, type: 'FULL_OBJECT' };
  }
  throw new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
}

async function* plain(body: Readable, payloadHash: string): AsyncGenerator<Uint8Array> {
  if (payloadHash === 'UNSIGNED-PAYLOAD') {
    yield* received(body);
    return;
  }
  if (!/^[0-9a-f]{64}$/i.test(payloadHash)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- constant or a SHA-256',
    );
  }
  const hash = createHash('sha256');
  for await (const bytes of received(body)) {
    hash.update(bytes);
    yield bytes;
  }
  if (hash.digest('hex') !== payloadHash.toLowerCase()) throw new S3Error('XAmzContentSHA256Mismatch');
}

function unframed(body: Readable, signature: VerifiedSignature, expected: Expectations): AsyncIterable<Uint8Array> {
  const framing = /^STREAMING-(?<kind>UNSIGNED-PAYLOAD|AWS4-HMAC-SHA256-PAYLOAD)(?<trailer>-TRAILER)?$/.exec(
    signature.payloadHash,
  )?.groups;
  if (!framing) throw new S3Error('NotImplemented', `${signature.payloadHash} is not implemented`);
  return decodeAwsChunked(received(body), {
    signature: framing.kind === 'UNSIGNED-PAYLOAD' ? undefined : signature,
    hasTrailer: framing.trailer !== undefined,
    onTrailer: (name, value) => {
      if (expected.algorithm && name === checksumHeader(expected.algorithm)) expected.checksum = value;
      else throw new S3Error('InvalidRequest', `The trailer ${name} was not announced`);
    },
  });
}

/**
 * Does not destroy the request if its reader stops early: that would close the connection before the answer is sent.
 * @throws S3Error IncompleteBody if the client disconnects.
 */
async function* received(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch {
    throw new S3Error('IncompleteBody');
  }
}

function readExpectations(headers: Headers): Expectations {
  const contentMd5 = headers.get('content-md5');
  if (contentMd5 !== undefined && !/^[A-Za-z0-9+/]{22}==$/.test(contentMd5)) throw new S3Error('InvalidDigest');
  const given = [...headers.keys()].filter((name) => VALUE_HEADER.test(name));
  const trailer = headers.get('x-amz-trailer')?.trim().toLowerCase();
  const names = trailer === undefined ? given : [...given, trailer];
  const [name] = names;
  if (name === undefined) return { contentMd5, algorithm: undefined, checksum: undefined };
  if (names.length > 1) throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header or trailer.');
  const algorithm = algorithmOfHeader(name);
  const value = headers.get(name);
  return { contentMd5, algorithm, checksum: value === undefined ? undefined : requireChecksumValue(algorithm, value) };
}

/** Matches the checksum headers that carry a value, not those that name an algorithm, a type or a mode. */
const VALUE_HEADER = /^x-amz-checksum-(?!algorithm$|type$|mode$)/;

function declaredSize(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new S3Error('InvalidArgument', `${name} must be a number of bytes`);
  return Number(text);
}
