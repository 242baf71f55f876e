import { bytesAfterMark } from './byte-order-mark.ts';
import { CR, LF } from './bytes.ts';
import { FIELD_START, QUOTED, transitionsFor } from './state.ts';

/** Enough UTF-8 bytes to detect whether carriage returns alone end the lines of a file. */
const DETECTION_BYTES = 256 * 1024;

/**
 * Whether carriage returns alone end the lines of a file: its beginning holds one outside quotes, and no LF outside quotes.
 * @param head the beginning of the file as UTF-8
 */
export function endsLinesInCr(head: Uint8Array, isWhole: boolean, delimiter: string): boolean {
  const bytes = bytesAfterMark(head).subarray(0, DETECTION_BYTES);
  const transitions = transitionsFor(delimiter.charCodeAt(0));
  // The bytes are cut off: an LF may follow.
  const isCutOff = !isWhole || bytes.length === DETECTION_BYTES;
  const end = isCutOff ? bytes.length - 1 : bytes.length;
  let state: number = FIELD_START;
  let found = false;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const isLineEnd = state !== QUOTED && (byte === LF || byte === CR);
    if (isLineEnd && byte === LF) return false;
    found ||= isLineEnd;
    state = transitions[(state << 8) | (isLineEnd ? LF : byte)] ?? 0;
  }
  return found;
}

/**
 * Turns the carriage returns that end lines into LFs, in place and piece by piece; those in quoted fields stay. Before an
 * LF a carriage return stays, so that the two remain one line end.
 */
export class CarriageReturns {
  readonly #transitions: Uint8Array;
  #state: number = FIELD_START;
  /** Carriage returns at the end of the last piece: the next piece may begin with an LF. */
  #heldBack = 0;

  constructor(delimiter: string) {
    this.#transitions = transitionsFor(delimiter.charCodeAt(0));
  }

  /** Writes the carriage return that was held back at the end of the last piece; the next piece goes after it. */
  resume(target: Uint8Array, start: number): number {
    if (this.#heldBack === 0) return start;
    this.#heldBack = 0;
    target[start] = CR;
    return start + 1;
  }

  /** @returns the end of the converted piece, without a last carriage return if the next byte is still unknown */
  convert(bytes: Uint8Array, from: number, to: number): number {
    const transitions = this.#transitions;
    let state = this.#state;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      const isLineEnd = byte === CR && state !== QUOTED;
      if (isLineEnd && at + 1 === to) {
        this.#heldBack = 1;
        this.#state = state;
        return at;
      }
      if (isLineEnd && bytes[at + 1] !== LF) bytes[at] = LF;
      state = transitions[(state << 8) | (isLineEnd ? LF : byte)] ?? 0;
    }
    this.#state = state;
    return to;
  }

  finish(bytes: Uint8Array, from: number, to: number): number {
    const end = this.convert(bytes, from, to);
    if (end === to) return to;
    bytes[end] = LF;
    return to;
  }
}
