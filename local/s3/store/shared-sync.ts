import { type FileHandle, open } from 'node:fs/promises';

/** Flushes one file for many: whoever asks while a flush runs shares the next one, which covers all that they wrote. */
export class SharedSync {
  readonly #file: Promise<FileHandle>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string) {
    this.#file = open(path, 'r+');
  }

  /** Resolves when all that was written to the file before the call is on the disk. */
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
