import { constants, createGunzip, type Gunzip } from 'node:zlib';
import { DomainError } from '../../../shared/domain/errors.ts';

/** The largest chunk of unpacked bytes. */
const CHUNK_BYTES = 256 * 1024;

export interface Packed {
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Whether the pieces are the whole file; the beginning of a file is unpacked as far as possible. */
  readonly isWhole: boolean;
}

/**
 * Unpacks gzip with all its members, and checks their checksums. Ends early when the consumer stops iterating.
 * @throws DomainError `file.gzip-broken` when the file is damaged, cut off, or followed by other data
 */
export async function* gunzipped({ pieces, isWhole }: Packed): AsyncGenerator<Uint8Array> {
  const finishFlush = isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES, finishFlush });
  const feeding = feed(pieces, gunzip);
  try {
    for await (const unpacked of gunzip) {
      if (unpacked instanceof Uint8Array) yield unpacked;
    }
    const endOfData = await feeding;
    // The unpacker ends without an error at zeros after the last member (tape padding), whatever follows them.
    if (isWhole && endOfData > gunzip.bytesWritten) throw broken('other data follows its end');
  } catch (error) {
    throw asRejection(error);
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Passes the pieces on. Returns the offset of the last byte that is not zero; never fails. */
async function feed(pieces: Packed['pieces'], gunzip: Gunzip): Promise<number> {
  // A piece that waits for room is never taken once the consumer has stopped.
  const closed = new Promise<boolean>((resolve) => gunzip.once('close', () => resolve(false)));
  let fed = 0;
  let endOfData = 0;
  try {
    for await (const piece of pieces) {
      let end = piece.length;
      while (end > 0 && piece[end - 1] === 0) end -= 1;
      if (end > 0) endOfData = fed + end;
      fed += piece.length;
      const written = new Promise<boolean>((resolve) => gunzip.write(piece, (error) => resolve(!error)));
      if (!(await Promise.race([written, closed]))) return endOfData;
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  return endOfData;
}

function asRejection(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return broken('its end is missing');
  if (code === 'Z_DATA_ERROR' || code === 'Z_NEED_DICT') return broken('its content is damaged');
  return error;
}

const broken = (what: string): DomainError =>
  new DomainError(
    'invalid',
    'file.gzip-broken',
    `The file cannot be unpacked as gzip: ${what}. Compress it again, or upload it again.`,
  );
