import { UTF8_MARK } from './file-encoding.ts';
import type { Transcoder } from './transcoder.ts';

/** Copies unpacked UTF-8 byte by byte, valid or not, without its byte-order mark. */
export class Utf8Transcoder implements Transcoder {
  /** Number of bytes of a byte-order mark that are held back. */
  #met = 0;
  #place: 'mark' | 'text' = 'mark';

  most(bytes: number): number {
    return bytes + UTF8_MARK.length;
  }

  write(bytes: Uint8Array, target: Uint8Array, start: number): number {
    let from = 0;
    let at = start;
    while (this.#place === 'mark' && from < bytes.length) {
      if (bytes[from] === UTF8_MARK[this.#met]) {
        this.#met += 1;
        from += 1;
        if (this.#met === UTF8_MARK.length) this.#place = 'text';
      } else at = this.end(target, at);
    }
    target.set(bytes.subarray(from), at);
    return at + bytes.length - from;
  }

  end(target: Uint8Array, start: number): number {
    if (this.#place === 'text') return start;
    this.#place = 'text';
    target.set(UTF8_MARK.subarray(0, this.#met), start);
    return start + this.#met;
  }
}
