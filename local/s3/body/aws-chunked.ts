import { createHash, type Hash } from 'node:crypto';
import { sameText } from '../../http/same-text.ts';
import { sha256Hex, type VerifiedSignature } from '../auth/verify.ts';
import { S3Error } from '../errors.ts';
import { ByteReader } from './byte-reader.ts';

/** Enough for a chunk's size and signature, or for a trailing checksum. */
const MAX_LINE_BYTES = 4096;
const EMPTY_SHA256 = sha256Hex('');

export interface ChunkedOptions {
  /** Given if every chunk carries a signature that includes the previous chunk's signature. */
  readonly signature: VerifiedSignature | undefined;
  /** Whether headers follow the last chunk. */
  readonly hasTrailer: boolean;
  readonly onTrailer: (name: string, value: string) => void;
}

/**
 * Decodes an aws-chunked body: `<size in hex>[;chunk-signature=<hex>]` and the bytes of each chunk, up to a chunk of size 0,
 * followed by headers if the request announced them.
 * @throws S3Error IncompleteBody, InvalidRequest, SignatureDoesNotMatch
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  options: ChunkedOptions,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  let previous = options.signature?.signature ?? '';
  for (let size = -1; size !== 0; ) {
    const header = parseChunkHeader(await reader.line(MAX_LINE_BYTES));
    size = header.size;
    const hash = options.signature && createHash('sha256');
    yield* hashed(reader.bytes(size), hash);
    if (options.signature && hash) {
      await verifyChunk(options.signature, previous, header.signature, hash.digest('hex'));
      previous = header.signature;
    }
    if (size > 0 && (await reader.line(MAX_LINE_BYTES)) !== '') throw malformed();
  }
  await readTrailer(reader, options, previous);
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: Hash | undefined): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    hash?.update(bytes);
    yield bytes;
  }
}

function parseChunkHeader(line: string | undefined): { size: number; signature: string } {
  if (line === undefined) throw new S3Error('IncompleteBody');
  const groups = /^(?<size>[0-9a-f]{1,10})(?:;chunk-signature=(?<signature>[0-9a-f]{64}))?$/i.exec(line)?.groups;
  if (!groups) throw malformed();
  return { size: Number.parseInt(groups.size ?? '', 16), signature: groups.signature ?? '' };
}

async function verifyChunk(
  signature: VerifiedSignature,
  previous: string,
  given: string,
  contentHash: string,
): Promise<void> {
  const { signedAt, scope } = signature;
  const text = ['AWS4-HMAC-SHA256-PAYLOAD', signedAt, scope, previous, EMPTY_SHA256, contentHash].join('\n');
  if (!sameText(await signature.sign(text), given)) throw new S3Error('SignatureDoesNotMatch');
}

async function readTrailer(reader: ByteReader, options: ChunkedOptions, previous: string): Promise<void> {
  let canonical = '';
  let trailerSignature = '';
  for (let line = await reader.line(MAX_LINE_BYTES); line; line = await reader.line(MAX_LINE_BYTES)) {
    const [, name, value] = /^([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined || !options.hasTrailer) throw malformed();
    if (name.toLowerCase() === 'x-amz-trailer-signature') {
      trailerSignature = value;
      continue;
    }
    canonical += `${name.toLowerCase()}:${value}\n`;
    options.onTrailer(name.toLowerCase(), value);
  }
  if (!options.signature || !options.hasTrailer) return;
  const { signedAt, scope } = options.signature;
  const text = ['AWS4-HMAC-SHA256-TRAILER', signedAt, scope, previous, sha256Hex(canonical)].join('\n');
  if (!sameText(await options.signature.sign(text), trailerSignature)) throw new S3Error('SignatureDoesNotMatch');
}

function malformed(): S3Error {
  return new S3Error('InvalidRequest', 'The aws-chunked body is malformed');
}
