import { decodeField } from '../csv/field-bytes.ts';

/** Memory for the content of IDs with doubled quotes: after the data in the same buffer. */
export class IdSpace {
  readonly #bytes: Buffer;
  #used: number;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#used = start;
  }

  /** Decodes the escaped field between the two positions; returns the place of its content. */
  decode(start: number, end: number): { readonly start: number; readonly length: number } {
    const at = this.#used;
    const length = decodeField(this.#bytes, start, end, this.#bytes, at);
    this.#used += length;
    return { start: at, length };
  }
}
