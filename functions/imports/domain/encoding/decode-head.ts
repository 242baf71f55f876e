import type { OptionChoices } from '../../../definitions/index.ts';
import { detectEncoding } from './detect-encoding.ts';
import { type FileEncoding, isPlainUtf8, UTF8_MARK } from './file-encoding.ts';
import { gunzipped } from './gunzip.ts';
import { rejectBinaryFormat, rejectTextFormat } from './other-format.ts';
import { transcoderOf } from './transcoders.ts';

/** The beginning of a file as it is stored. */
export interface RawHead {
  readonly bytes: Uint8Array;
  /** Whether the bytes are the whole file. */
  readonly isWhole: boolean;
}

/** The beginning of a file as UTF-8. */
export interface FileHead {
  /** As the options say; detected where they say nothing. */
  readonly fileEncoding: FileEncoding;
  /** The file's own bytes if they are UTF-8; otherwise the decoded bytes after a byte-order mark. */
  readonly bytes: Uint8Array;
  /** Whether the bytes are the whole file. */
  readonly isWhole: boolean;
  /** Number of the file's own (compressed) bytes that were read for them. */
  readonly sourceBytes: number;
}

/**
 * Enough to detect an encoding. Further bytes are ignored, so that the result does not depend on the length of the
 * head.
 */
const DETECTION_BYTES = 256 * 1024;

const GZIP_MARK = [0x1f, 0x8b, 0x08];

/**
 * Detects the compression and encoding of a file, and converts its beginning to UTF-8.
 * @param mostUnpacked the most bytes to unpack: a small head can hold a thousand times its size
 * @throws DomainError `file.not-csv` for a file of another format, `file.gzip-broken`, and `file.cut-off` for the whole
 * of a UTF-16 file that ends within a character
 */
export async function decodeHead(
  raw: RawHead,
  choices: Pick<OptionChoices, 'encoding' | 'compression'>,
  mostUnpacked: number,
): Promise<FileHead> {
  const isGzip = GZIP_MARK.every((byte, at) => raw.bytes[at] === byte);
  const compression = choices.compression ?? (isGzip ? 'gzip' : 'none');
  const unpacked = compression === 'gzip' ? await unpackHead(raw, mostUnpacked) : notPacked(raw);
  rejectBinaryFormat(unpacked.bytes, compression);
  const fileEncoding = {
    compression,
    encoding: choices.encoding ?? detectEncoding(unpacked.bytes.subarray(0, DETECTION_BYTES)),
  };
  const bytes = isPlainUtf8(fileEncoding) ? raw.bytes : toUtf8(unpacked, fileEncoding);
  rejectTextFormat(bytes, compression);
  return { ...unpacked, fileEncoding, bytes };
}

type Unpacked = Pick<FileHead, 'bytes' | 'isWhole' | 'sourceBytes'>;

const notPacked = ({ bytes, isWhole }: RawHead): Unpacked => ({ bytes, isWhole, sourceBytes: bytes.length });

async function unpackHead({ bytes, isWhole }: RawHead, most: number): Promise<Unpacked> {
  const packed = new Slices(bytes);
  const pieces: Uint8Array[] = [];
  let room = most;
  for await (const piece of gunzipped({ pieces: packed, isWhole })) {
    pieces.push(piece);
    room -= piece.length;
    if (room <= 0) break;
  }
  return { bytes: Buffer.concat(pieces), isWhole: isWhole && room > 0, sourceBytes: packed.taken };
}

/** The resolution of `taken`. */
const SLICE_BYTES = 4 * 1024;

/** Yields the bytes in slices and counts how many were taken. */
class Slices {
  taken = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    while (this.taken < this.#bytes.length) {
      const slice = this.#bytes.subarray(this.taken, this.taken + SLICE_BYTES);
      this.taken += slice.length;
      yield slice;
    }
  }
}

function toUtf8({ bytes, isWhole }: Unpacked, { encoding }: FileEncoding): Uint8Array {
  const transcoder = transcoderOf(encoding);
  const target = Buffer.allocUnsafe(UTF8_MARK.length + transcoder.most(bytes.length) + transcoder.most(0));
  target.set(UTF8_MARK);
  const end = transcoder.write(bytes, target, UTF8_MARK.length);
  return target.subarray(0, isWhole ? transcoder.end(target, end) : end);
}
