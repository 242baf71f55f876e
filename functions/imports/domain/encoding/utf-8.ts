import { UTF8_MARK } from './file-encoding.ts';
import type { Transcoder } from './transcoder.ts';

/** UTF-8 that was packed: copied byte by byte, valid or not, but for its byte-order mark. */
export class Utf8Transcoder implements Transcoder {
  /** How many bytes of a mark have been met and held back. */
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
