import { ApiError } from '../../shared/api/api-error.ts';
import type { Answer } from '../../shared/api/client.ts';

export type SaveState<Stored> =
  | { readonly status: 'saved' | 'waiting' | 'saving' | 'held' }
  | { readonly status: 'failed'; readonly error: Error }
  /** Another person has saved the same entity. */
  | { readonly status: 'conflict'; readonly theirs: Answer<Stored> };

interface Options<Value, Stored> {
  readonly etag: string;
  readonly save: (value: Value, etag: string) => Promise<Answer<Stored>>;
  /** Reads the entity as it is stored now. */
  readonly read: () => Promise<Answer<Stored>>;
  /** Whether the stored entity contains no change by another person, although its ETag has changed. */
  readonly isOurs: (stored: Stored, attempted: Value) => boolean;
  readonly onSaved: (sent: Value, answer: Answer<Stored>) => void;
  readonly onState: (state: SaveState<Stored>) => void;
}

/** How long after the last edit a value is saved, in milliseconds. */
export const SAVE_DELAY_MS = 800;

/** Saves a value while it is edited: the newest one, a while after the last edit, with one request at a time. */
export class SaveQueue<Value, Stored> {
  readonly #options: Options<Value, Stored>;
  #etag: string;
  #state: SaveState<Stored> = { status: 'saved' };
  /** The newest value that is not stored yet. */
  #pending: { readonly value: Value } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: Promise<void> | undefined;

  constructor(options: Options<Value, Stored>) {
    this.#options = options;
    this.#etag = options.etag;
  }

  get state(): SaveState<Stored> {
    return this.#state;
  }

  /** The ETag of the entity that was stored or read last. */
  get etag(): string {
    return this.#etag;
  }

  /** Takes the stored entity over, for instance after another person has changed it. */
  adopt(etag: string): void {
    this.#cancel();
    this.#pending = undefined;
    this.#etag = etag;
    this.#report({ status: 'saved' });
  }

  /** Saves this value soon, in place of those that wait. */
  put(value: Value): void {
    this.#pending = { value };
    this.#cancel();
    if (this.#state.status === 'conflict') return;
    this.#timer = setTimeout(() => void this.flush(), SAVE_DELAY_MS);
    this.#report({ status: this.#request === undefined ? 'waiting' : 'saving' });
  }

  /** Saves nothing until the next value, because the value on the page is not valid. */
  hold(): void {
    this.#cancel();
    this.#pending = undefined;
    if (this.#state.status !== 'conflict') this.#report({ status: 'held' });
  }

  /** Saves now what waits. @returns whether everything is stored */
  async flush(): Promise<boolean> {
    do {
      this.#cancel();
      // Without a request to wait for, the next one starts at once.
      if (this.#request !== undefined) await this.#request;
      this.#request ??= this.#sendPending();
      await this.#request;
      // Edits that came during the request wait for a request of their own.
    } while (this.#state.status === 'waiting');
    return this.#state.status === 'saved';
  }

  /** Stores this value over the other person's. */
  async overwrite(value: Value): Promise<void> {
    if (this.#state.status !== 'conflict') return;
    this.#etag = this.#state.theirs.etag;
    this.#pending = { value };
    this.#report({ status: 'waiting' });
    await this.flush();
  }

  #sendPending(): Promise<void> | undefined {
    if (this.#pending === undefined || this.#state.status === 'conflict') return undefined;
    return this.#send(this.#pending).finally(() => {
      this.#request = undefined;
    });
  }

  async #send(sent: { readonly value: Value }): Promise<void> {
    this.#report({ status: 'saving' });
    try {
      const answer = await this.#options.save(sent.value, this.#etag);
      this.#etag = answer.etag;
      this.#options.onSaved(sent.value, answer);
      this.#stored(sent);
    } catch (error) {
      await this.#rejected(sent, error).catch((reason: unknown) => this.#failed(reason));
    }
  }

  #stored(sent: { readonly value: Value }): void {
    if (this.#pending === sent) this.#pending = undefined;
    // The page may have been put on hold during the request.
    if (this.#state.status !== 'held') this.#report({ status: this.#pending === undefined ? 'saved' : 'waiting' });
  }

  async #rejected(sent: { readonly value: Value }, error: unknown): Promise<void> {
    if (!(error instanceof ApiError) || error.status !== 412) return this.#failed(error);
    const theirs = await this.#options.read();
    if (!this.#options.isOurs(theirs.body, sent.value)) return this.#report({ status: 'conflict', theirs });
    // Only the ETag has changed: by a publication, or by a save whose answer was lost.
    this.#etag = theirs.etag;
    await this.#send(sent);
  }

  #failed(error: unknown): void {
    this.#report({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #report(state: SaveState<Stored>): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
