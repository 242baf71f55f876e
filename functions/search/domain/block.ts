import type { Space } from './entry.ts';
import { blockPartition, bucketOf } from './index-keys.ts';

/** One read unit, names included, which two eventually consistent readers share. */
const BLOCK_BYTES = 4_096;
/** `PK`, `SK` and `b`. */
const NAME_BYTES = 5;

/** Sorted entries of one bucket, as an item. */
export interface Block {
  readonly PK: string;
  /** The key of the last entry, which the body does not repeat. */
  readonly SK: string;
  /** The entries before it: for each how many bytes of the one before it shares, how many follow, and these. */
  readonly body: Uint8Array;
}

function sharedBytes(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** Seven bits a byte, the lowest first; the highest bit says that another byte follows. */
function writeNumber(target: Buffer, at: number, value: number): number {
  let rest = value;
  let end = at;
  while (rest > 0x7f) {
    target[end] = (rest & 0x7f) | 0x80;
    rest >>= 7;
    end += 1;
  }
  target[end] = rest;
  return end + 1;
}

/** Fills blocks with the entries of one space and generation, given by their keys in ascending order. */
export class BlockBuilder {
  readonly #partitionOf: (bucket: string) => string;
  readonly #body = Buffer.alloc(2 * BLOCK_BYTES);
  #bodyBytes = 0;
  #bucket = '';
  #partition = '';
  /** The last entry of the body, and the one after it, which is the last of the block so far. */
  #written: Buffer = Buffer.alloc(0);
  #last: Buffer | undefined;

  constructor(tablePrefix: string, space: Space, generation: number) {
    this.#partitionOf = (bucket) => blockPartition(tablePrefix, space, generation, bucket);
  }

  /** @returns the block before, if this entry begins another one */
  add(key: Buffer): Block | undefined {
    const bucket = bucketOf(key);
    const last = this.#last;
    if (last === undefined) {
      this.#begin(bucket, key);
      return undefined;
    }
    const bodyBytes = this.#append(last);
    const bytes = NAME_BYTES + this.#partition.length + bodyBytes + key.length;
    if (bucket !== this.#bucket || bytes > BLOCK_BYTES) {
      const block = this.finish();
      this.#begin(bucket, key);
      return block;
    }
    this.#bodyBytes = bodyBytes;
    this.#written = last;
    this.#last = key;
    return undefined;
  }

  /** @returns the last block; undefined without entries */
  finish(): Block | undefined {
    if (this.#last === undefined) return undefined;
    const body = Buffer.from(this.#body.subarray(0, this.#bodyBytes));
    const block = { PK: this.#partition, SK: this.#last.toString(), body };
    this.#last = undefined;
    return block;
  }

  #begin(bucket: string, key: Buffer): void {
    this.#bucket = bucket;
    this.#partition = this.#partitionOf(bucket);
    this.#bodyBytes = 0;
    this.#written = Buffer.alloc(0);
    this.#last = key;
  }

  /** Writes an entry after the body, which the caller may still leave as it was. @returns the bytes with it */
  #append(key: Buffer): number {
    const shared = sharedBytes(this.#written, key);
    let at = writeNumber(this.#body, this.#bodyBytes, shared);
    at = writeNumber(this.#body, at, key.length - shared);
    return at + key.copy(this.#body, at, shared);
  }
}

/** The keys of all entries of a block, in ascending order. @throws Error if the body is damaged */
export function* keysOfBlock({ SK, body }: Pick<Block, 'SK' | 'body'>): Generator<Buffer> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      if (byte === undefined || shift > 14) throw new Error('A block of a search index is damaged');
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  let key: Buffer = Buffer.alloc(0);
  while (at < bytes.length) {
    const shared = number();
    const rest = number();
    if (shared > key.length || at + rest > bytes.length) throw new Error('A block of a search index is damaged');
    key = Buffer.concat([key.subarray(0, shared), bytes.subarray(at, at + rest)]);
    at += rest;
    yield key;
  }
  yield Buffer.from(SK);
}
