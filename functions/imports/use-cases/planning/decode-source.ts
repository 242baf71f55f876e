import { DomainError } from '../../../shared/domain/errors.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import { PartWriter } from '../../../shared/use-cases/part-writer.ts';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { type FileEncoding, UTF8_MARK } from '../../domain/encoding/file-encoding.ts';
import { gunzipped } from '../../domain/encoding/gunzip.ts';
import { transcoderFor } from '../../domain/encoding/transcoders.ts';
import { type Decoded, DecodedSchema, decodedKey } from '../../domain/layout/decoded.ts';
import type { AcceptedPlan } from '../../domain/plan.ts';
import type { ImportContext } from '../work/import-context.ts';

/** Bytes of the source per request; the next request is in flight while these are decoded. */
const READ_BYTES = 8 * 1024 * 1024;
/** Bytes that are converted at once. */
const SLICE_BYTES = 64 * 1024;

/**
 * Converts the file of an import to one UTF-8 object with a byte-order mark, unless that exists. A file that cannot be
 * decoded as a whole is rejected; an invalid character fails its record only.
 */
export async function decodeSource(context: ImportContext, ids: Ids): Promise<Decoded> {
  return readOrMake(context.store, decodedKey(context.keys), DecodedSchema, async () => {
    try {
      return await decode(context, ids);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { rejection: { code: error.code, reason: error.message } };
    }
  });
}

async function decode({ store, plan, keys }: ImportContext, ids: Ids): Promise<Decoded> {
  const { compression } = plan.layout;
  // A worker that was given up may resume and finish its own object: each attempt has its own key, and the result names
  // one.
  const key = keys.work('decode', 0, `${ids.newId()}.csv`);
  const transcoder = transcoderFor(plan.layout);
  const most = transcoder.most(SLICE_BYTES) + UTF8_MARK.length;
  const writer = new PartWriter({ store, key, uploadId: await store.openUpload(key) }, plan.limits.partBytes, most);
  const packed = sourcePieces(store, plan.source);
  const pieces = compression === 'gzip' ? gunzipped({ pieces: packed, isWhole: true }) : packed;
  try {
    await writer.add((memory, start) => {
      memory.set(UTF8_MARK, start);
      return start + UTF8_MARK.length;
    });
    for await (const slice of withinLimits(pieces, plan)) {
      await writer.add((memory, start) => transcoder.write(slice, memory, start));
    }
    await writer.add((memory, start) => transcoder.end(memory, start));
    await writer.complete();
  } finally {
    await writer.waitForParts();
  }
  return { key, size: writer.size };
}

async function* sourcePieces(
  store: ImportContext['store'],
  { key, versionId, size }: AcceptedPlan['source'],
): AsyncGenerator<Uint8Array> {
  const read = (start: number) => store.read(key, { versionId, start, end: Math.min(start + READ_BYTES, size) });
  let next = read(0);
  for (let start = 0; start < size; start += READ_BYTES) {
    const piece = await next;
    if (piece.length !== Math.min(READ_BYTES, size - start)) throw new Error('the source ended early');
    if (start + READ_BYTES < size) next = read(start + READ_BYTES);
    // The failure may come before the consumer waits for it.
    next.catch(() => {});
    yield piece;
  }
}

/** Slices of the pieces, up to the largest size of a file. */
async function* withinLimits(
  pieces: AsyncIterable<Uint8Array>,
  { source, layout, limits }: AcceptedPlan,
): AsyncGenerator<Uint8Array> {
  const isPacked = layout.compression === 'gzip';
  let bytes = isPacked ? 0 : source.size;
  if (bytes > limits.unpackedBytes) throw tooLarge(layout, limits.unpackedBytes);
  for await (const piece of pieces) {
    if (isPacked) bytes += piece.length;
    if (bytes > limits.unpackedBytes) throw tooLarge(layout, limits.unpackedBytes);
    if (isPacked && bytes > limits.unpackedRatio * source.size) throw packedTooWell(limits.unpackedRatio);
    for (let from = 0; from < piece.length; from += SLICE_BYTES) yield piece.subarray(from, from + SLICE_BYTES);
  }
}

function tooLarge({ compression, encoding }: FileEncoding, limit: number): DomainError {
  const most = limit.toLocaleString('en');
  const reason =
    compression === 'gzip'
      ? `Unpacked, the file has more than ${most} bytes, the limit for compressed files. Split it, or upload it uncompressed as UTF-8.`
      : encoding === 'utf-8'
        ? `The lines of the file end in carriage returns alone, and it has more than ${most} bytes, the limit for converting line ends. Split it, or save it with line ends LF or CRLF.`
        : `The file is not UTF-8 and has more than ${most} bytes, the limit for converting to UTF-8. Split it, or save it as UTF-8.`;
  return new DomainError('invalid', 'file.unpacked-too-large', reason);
}

const packedTooWell = (ratio: number): DomainError =>
  new DomainError(
    'invalid',
    'file.packed-too-well',
    `Unpacked, the file is more than ${ratio} times as large as packed, which exceeds the limit. Upload it uncompressed.`,
  );
