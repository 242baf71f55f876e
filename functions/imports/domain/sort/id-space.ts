import { decodeField } from '../csv/field-bytes.ts';

/** Where the content of IDs that hold doubled quotes is kept: behind the data of the same buffer. */
export class IdSpace {
  readonly #bytes: Buffer;
  #used: number;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#used = start;
  }

  /** Decodes the escaped field between the two positions; answers where its content lies. */
  decode(start: number, end: number): { readonly start: number; readonly length: number } {
    const at = this.#used;
    const length = decodeField(this.#bytes, start, end, this.#bytes, at);
    this.#used += length;
    return { start: at, length };
  }
}
