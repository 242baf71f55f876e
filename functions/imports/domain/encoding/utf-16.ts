import { DomainError } from '../../../shared/domain/errors.ts';
import type { Transcoder } from './transcoder.ts';

const MARK = 0xfeff;
const NOTHING = -1;

/**
 * Converts UTF-16 to UTF-8, without the byte-order mark. A lone surrogate is written as the three bytes of its number:
 * they are invalid UTF-8, so that only the record that holds them fails, and no byte is lost.
 */
export class Utf16Transcoder implements Transcoder {
  /** Index of the low byte within a unit. */
  readonly #low: 0 | 1;
  #place: 'mark' | 'text' = 'mark';
  /** The first byte of a unit whose other byte is in the next piece. */
  #half = NOTHING;
  /** A high surrogate whose low surrogate is still to come. */
  #surrogate = NOTHING;

  constructor(byteOrder: 'little-endian' | 'big-endian') {
    this.#low = byteOrder === 'little-endian' ? 0 : 1;
  }

  most(bytes: number): number {
    // Three bytes for two, and room for half a unit and half a pair that were held back.
    return 2 * bytes + 4;
  }

  write(bytes: Uint8Array, target: Uint8Array, start: number): number {
    let at = start;
    let from = 0;
    if (this.#half !== NOTHING && bytes.length > 0) {
      at = this.#writeUnit(this.#unit(this.#half, bytes[0] ?? 0), target, at);
      this.#half = NOTHING;
      from = 1;
    }
    // Only the first unit can be a byte-order mark; the loop does not test for it.
    if (this.#place === 'mark' && from + 1 < bytes.length) {
      at = this.#writeUnit(this.#unit(bytes[from] ?? 0, bytes[from + 1] ?? 0), target, at);
      from += 2;
    }
    const low = this.#low;
    const high = 1 - low;
    for (; from + 1 < bytes.length; from += 2) {
      const unit = (bytes[from + low] ?? 0) | ((bytes[from + high] ?? 0) << 8);
      if (unit < 0x80 && this.#surrogate === NOTHING) target[at++] = unit;
      else at = this.#writeUnit(unit, target, at);
    }
    if (from < bytes.length) this.#half = bytes[from] ?? 0;
    return at;
  }

  /** @throws DomainError `file.cut-off` when the file ends in the middle of a character */
  end(target: Uint8Array, start: number): number {
    if (this.#half !== NOTHING) {
      const reason =
        'The file is UTF-16 and ends in the middle of a character: its end is missing. Export it again, or upload it again.';
      throw new DomainError('invalid', 'file.cut-off', reason);
    }
    return this.#writeHeldBack(target, start);
  }

  #unit(first: number, second: number): number {
    return this.#low === 0 ? (second << 8) | first : (first << 8) | second;
  }

  #writeUnit(unit: number, target: Uint8Array, start: number): number {
    if (unit === MARK && this.#place === 'mark') {
      this.#place = 'text';
      return start;
    }
    this.#place = 'text';
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
    if (isSecondHalf && this.#surrogate !== NOTHING) {
      const point = 0x10000 + ((this.#surrogate - 0xd800) << 10) + (unit - 0xdc00);
      this.#surrogate = NOTHING;
      return writeFour(point, target, start);
    }
    const at = this.#writeHeldBack(target, start);
    if (unit >= 0xd800 && unit < 0xdc00) {
      this.#surrogate = unit;
      return at;
    }
    return writeUpToThree(unit, target, at);
  }

  #writeHeldBack(target: Uint8Array, at: number): number {
    if (this.#surrogate === NOTHING) return at;
    const half = this.#surrogate;
    this.#surrogate = NOTHING;
    return writeUpToThree(half, target, at);
  }
}

function writeUpToThree(point: number, target: Uint8Array, start: number): number {
  let at = start;
  if (point < 0x80) target[at++] = point;
  else if (point < 0x800) {
    target[at++] = 0xc0 | (point >> 6);
    target[at++] = 0x80 | (point & 0x3f);
  } else {
    target[at++] = 0xe0 | (point >> 12);
    target[at++] = 0x80 | ((point >> 6) & 0x3f);
    target[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}

function writeFour(point: number, target: Uint8Array, start: number): number {
  target[start] = 0xf0 | (point >> 18);
  target[start + 1] = 0x80 | ((point >> 12) & 0x3f);
  target[start + 2] = 0x80 | ((point >> 6) & 0x3f);
  target[start + 3] = 0x80 | (point & 0x3f);
  return start + 4;
}
