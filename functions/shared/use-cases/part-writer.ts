import type { ObjectStore, UploadedPart } from '../domain/object-store.ts';

/** While these parts are in flight the next one is filled. */
const PARTS_IN_FLIGHT = 3;

export interface PartTarget {
  readonly store: ObjectStore;
  readonly key: string;
  readonly uploadId: string;
}

/** Writes a stream to a multipart upload in parts of one size; it needs the memory of a few parts. */
export class PartWriter {
  readonly #target: PartTarget;
  readonly #partBytes: number;
  /** Buffers without a part in flight; the first is being filled. */
  readonly #free: Buffer[];
  readonly #parts: Array<Promise<UploadedPart>> = [];
  readonly #inFlight = new Set<Promise<void>>();
  #filled = 0;
  #sentBytes = 0;

  /** @param mostAtOnce the most bytes that one `add` brings */
  constructor(target: PartTarget, partBytes: number, mostAtOnce: number) {
    this.#target = target;
    this.#partBytes = partBytes;
    this.#free = Array.from({ length: PARTS_IN_FLIGHT + 1 }, () => Buffer.allocUnsafeSlow(partBytes + mostAtOnce));
  }

  get size(): number {
    return this.#sentBytes + this.#filled;
  }

  /**
   * Appends bytes: `write` gets the buffer and the start, and returns the end of what it has written.
   * @throws UploadGone
   */
  async add(write: (memory: Buffer, start: number) => number): Promise<void> {
    const [memory] = this.#free;
    if (!memory) throw new Error('all memory of the part writer is in flight');
    this.#filled = write(memory, this.#filled);
    if (this.#filled < this.#partBytes) return;
    this.#send();
    while (this.#free.length === 0) await Promise.race(this.#inFlight);
  }

  /** Sends the last part and completes the upload. @throws UploadGone */
  async complete(): Promise<void> {
    if (this.#filled > 0) this.#send();
    const { store, key, uploadId } = this.#target;
    await store.completeUpload(key, uploadId, await Promise.all(this.#parts));
  }

  /** Waits until no part is in flight, also after failures. */
  async waitForParts(): Promise<void> {
    await Promise.allSettled(this.#parts);
  }

  #send(): void {
    const memory = this.#free.shift();
    if (!memory) return;
    const { store, key, uploadId } = this.#target;
    const part = store.putPart(key, uploadId, this.#parts.length + 1, memory.subarray(0, this.#filled));
    this.#sentBytes += this.#filled;
    this.#filled = 0;
    this.#parts.push(part);
    const done = part.then(() => {
      this.#free.push(memory);
      this.#inFlight.delete(done);
    });
    // The failure is thrown at the next wait; without a handler until then Node would end the process.
    done.catch(() => {});
    this.#inFlight.add(done);
  }
}
