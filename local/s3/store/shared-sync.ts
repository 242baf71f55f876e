import { type FileHandle, open } from 'node:fs/promises';

/** Combines flushes of one file: calls during a flush share the next one, which covers all their writes. */
export class SharedSync {
  readonly #file: Promise<FileHandle>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string) {
    this.#file = open(path, 'r+');
  }

  /** Resolves when all bytes written before the call are on the disk. */
  sync(): Promise<void> {
    this.#next ??= this.#running.catch(() => undefined).then(() => this.#start());
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#running.catch(() => undefined);
    await (await this.#file).close();
  }

  #start(): Promise<void> {
    this.#next = undefined;
    this.#running = this.#file.then((file) => file.datasync());
    return this.#running;
  }
}
