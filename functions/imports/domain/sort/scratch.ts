/**
 * Working memory that is kept between invocations of one process: a step that runs again finds its pages already there,
 * so that memory does not grow with the number of chunks.
 */
export class Scratch {
  #bytes = Buffer.alloc(0);

  /** At least `size` bytes. Invalidates earlier results: their memory may be overwritten or freed. */
  ofBytes(size: number): Buffer {
    if (this.#bytes.length < size) {
      // Frees the old memory before the new one is allocated. Untouched pages cost nothing, so there is room for a
      // slightly larger next chunk.
      this.#bytes = Buffer.alloc(0);
      this.#bytes = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
    }
    return this.#bytes;
  }

  ofWords(length: number): Uint32Array {
    const bytes = this.ofBytes(length * 4);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, length);
  }
}
