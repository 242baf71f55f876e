import { S3Error } from '../errors.ts';

/** Reads lines and counted bytes from a stream of buffers. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Returns the text up to a line feed, without a carriage return before it; undefined at the end. @throws S3Error if it is longer than `limit`. */
  async line(limit: number): Promise<string | undefined> {
    let gathered = Buffer.alloc(0);
    while (await this.#fill()) {
      const end = this.#rest.indexOf(0x0a);
      gathered = Buffer.concat([gathered, this.#rest.subarray(0, end < 0 ? undefined : end)]);
      this.#rest = this.#rest.subarray(end < 0 ? this.#rest.length : end + 1);
      if (gathered.length > limit) throw new S3Error('InvalidRequest', 'A line of the aws-chunked body is too long');
      if (end >= 0) return gathered.toString('latin1').replace(/\r$/, '');
    }
    return gathered.length === 0 ? undefined : gathered.toString('latin1');
  }

  /** @throws S3Error IncompleteBody if fewer are left. */
  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    for (let missing = count; missing > 0; ) {
      if (!(await this.#fill())) throw new S3Error('IncompleteBody');
      const taken = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(taken.length);
      missing -= taken.length;
      yield taken;
    }
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#rest = next.value;
    }
    return true;
  }
}
