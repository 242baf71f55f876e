import { ApiError } from '../../shared/api/api-error.ts';
import { type SignedRequest, StoreError } from '../../shared/api/put-bytes.ts';
import { type Part, type Parts, partsOf } from './parts-model.ts';

/** How the file of an import is sent, as the API says it. */
export type UploadTarget = { readonly kind: 'single' } | ({ readonly kind: 'multipart' } & Parts);

interface SentPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** The requests of an upload. All but `wait` throw ApiError or StoreError. */
export interface UploadPorts {
  /** The parts that have arrived. */
  arrivedParts(signal: AbortSignal): Promise<ReadonlyArray<SentPart & { readonly bytes: number }>>;
  /** An address for a part. */
  addressOf(partNumber: number, signal: AbortSignal): Promise<SignedRequest>;
  /** An address for the whole file; undefined if the file has arrived. */
  addressOfFile(signal: AbortSignal): Promise<SignedRequest | undefined>;
  put(
    address: SignedRequest,
    bytes: Blob,
    options: { readonly onBytes: (sent: number) => void; readonly signal: AbortSignal },
  ): Promise<string>;
  complete(parts: readonly SentPart[], signal: AbortSignal): Promise<void>;
  /** Waits before another attempt; ends early when the connection is back. */
  wait(attempt: number, signal: AbortSignal): Promise<void>;
}

export type UploadState =
  | { readonly status: 'sending' | 'waiting' | 'paused' | 'done'; readonly sent: number }
  | { readonly status: 'failed'; readonly sent: number; readonly error: unknown };

/** More connections are no faster on ordinary lines, and each loses a part when it breaks. */
const AT_ONCE = 4;
/** The bucket has the file already: it takes only one. */
const THERE_ALREADY = 412;
/** Attempts after which an answer that may change is taken as final. A lost connection is waited for without end. */
const MOST_ATTEMPTS = 6;

/** Sends the file of one import. It can be paused, and goes on with the parts that have not arrived. */
export class FileUpload {
  readonly #file: Blob;
  readonly #target: UploadTarget;
  readonly #ports: UploadPorts;
  readonly #onState: (state: UploadState) => void;
  #state: UploadState = { status: 'paused', sent: 0 };
  #run: AbortController | undefined;
  /** Bytes of the parts that have arrived. */
  #arrived = 0;
  /** Bytes that the requests in flight have sent. */
  readonly #moving = new Map<number, number>();
  #waiting = 0;

  constructor(file: Blob, target: UploadTarget, ports: UploadPorts, onState: (state: UploadState) => void) {
    this.#file = file;
    this.#target = target;
    this.#ports = ports;
    this.#onState = onState;
  }

  get state(): UploadState {
    return this.#state;
  }

  /** Begins, or goes on. */
  start(): void {
    if (this.#run !== undefined || this.#state.status === 'done') return;
    this.#run = new AbortController();
    void this.#send(this.#run);
  }

  /** Stops the requests. What has arrived stays in the bucket. */
  pause(): void {
    this.#run?.abort();
    this.#run = undefined;
    if (this.#state.status === 'done') return;
    this.#moving.clear();
    this.#report('paused');
  }

  async #send(run: AbortController): Promise<void> {
    this.#waiting = 0;
    this.#report('sending');
    try {
      if (this.#target.kind === 'single') await this.#sendWhole(run.signal);
      else await this.#sendParts(this.#target, run);
      if (this.#run === run) this.#report('done');
    } catch (error) {
      if (this.#run !== run) return;
      this.#moving.clear();
      this.#set({ status: 'failed', sent: this.#sent(), error });
    } finally {
      run.abort();
      if (this.#run === run) this.#run = undefined;
    }
  }

  async #sendWhole(signal: AbortSignal): Promise<void> {
    await this.#repeated(signal, async () => {
      const address = await this.#ports.addressOfFile(signal);
      if (address === undefined) return;
      await this.#put(address, { partNumber: 1, start: 0, bytes: this.#file.size }, signal).catch((error: unknown) => {
        // An attempt whose answer was lost has stored the file.
        if (!(error instanceof StoreError) || error.status !== THERE_ALREADY) throw error;
      });
    });
    this.#arrived = this.#file.size;
  }

  async #sendParts(target: Parts, run: AbortController): Promise<void> {
    const { signal } = run;
    const parts = partsOf(target, this.#file.size);
    const arrived = await this.#repeated(signal, () => this.#ports.arrivedParts(signal));
    const sent = arrived.filter(({ partNumber, bytes }) => parts[partNumber - 1]?.bytes === bytes);
    this.#arrived = sent.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#report('sending');
    const known = new Set(sent.map(({ partNumber }) => partNumber));
    const tags: SentPart[] = sent.map(({ partNumber, etag }) => ({ partNumber, etag }));
    const missing = parts.filter(({ partNumber }) => !known.has(partNumber)).values();
    const worker = async () => {
      for (const part of missing) tags.push({ partNumber: part.partNumber, etag: await this.#sendPart(part, signal) });
    };
    // When one part fails for good, the others stop.
    const stopped = (error: unknown) => {
      run.abort();
      throw error;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker().catch(stopped)));
    const inOrder = tags.toSorted((a, b) => a.partNumber - b.partNumber);
    await this.#repeated(signal, () => this.#ports.complete(inOrder, signal));
  }

  #sendPart(part: Part, signal: AbortSignal): Promise<string> {
    return this.#repeated(signal, async () => {
      // A new address for each attempt: an earlier one may have expired.
      const address = await this.#ports.addressOf(part.partNumber, signal);
      const etag = await this.#put(address, part, signal);
      this.#arrived += part.bytes;
      return etag;
    });
  }

  async #put(address: SignedRequest, { partNumber, start, bytes }: Part, signal: AbortSignal): Promise<string> {
    const onBytes = (sent: number) => {
      if (signal.aborted) return;
      this.#moving.set(partNumber, Math.min(sent, bytes));
      this.#report('sending');
    };
    try {
      return await this.#ports.put(address, this.#file.slice(start, start + bytes), { onBytes, signal });
    } finally {
      this.#moving.delete(partNumber);
    }
  }

  /** Repeats what fails on the way until it succeeds. */
  async #repeated<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> {
    let answers = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act();
      } catch (error) {
        if (signal.aborted || !isTransient(error)) throw error;
        if (error.status !== 0) answers += 1;
        if (answers === MOST_ATTEMPTS) throw error;
        this.#waiting += 1;
        this.#report('sending');
        await this.#ports.wait(attempt, signal);
        this.#waiting -= 1;
        signal.throwIfAborted();
      }
    }
  }

  #sent(): number {
    return this.#arrived + [...this.#moving.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  #report(status: 'sending' | 'paused' | 'done'): void {
    const isWaiting = status === 'sending' && this.#waiting > 0 && this.#moving.size === 0;
    this.#set({ status: isWaiting ? 'waiting' : status, sent: this.#sent() });
  }

  #set(state: UploadState): void {
    this.#state = state;
    this.#onState(state);
  }
}

/** Whether another attempt may succeed. */
function isTransient(error: unknown): error is ApiError | StoreError {
  if (!(error instanceof ApiError || error instanceof StoreError)) return false;
  if (error.status === 0) return true;
  if (error instanceof ApiError) return error.code === 'upload.busy' || error.status === 429 || error.status >= 500;
  // 403: the address has expired. 400: the bucket has waited too long for the bytes.
  return [400, 403, 408, 429].includes(error.status) || error.status >= 500;
}
