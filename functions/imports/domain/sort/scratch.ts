/**
 * Working memory that is kept between invocations of one process: a step that runs again finds its pages already there,
 * so that memory does not grow with the number of chunks.
 */
export class Scratch {
  #bytes = Buffer.alloc(0);

  /** At least `size` bytes. Whatever was handed out before may be overwritten, or be another piece of memory. */
  ofBytes(size: number): Buffer {
    if (this.#bytes.length < size) {
      // Let go of the old piece before the new one is made. Pages that nobody touches cost nothing, so that room for the
      // next chunk, which may be a little larger, is free.
      this.#bytes = Buffer.alloc(0);
      this.#bytes = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
    }
    return this.#bytes;
  }

  /** Memory for `length` numbers of 32 bits. */
  ofWords(length: number): Uint32Array {
    const bytes = this.ofBytes(length * 4);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, length);
  }
}
