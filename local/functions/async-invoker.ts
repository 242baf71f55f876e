import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { JsonLinesJournal } from '../json-lines-journal.ts';
import type { AsyncSettings } from '../template/resources/async-settings.ts';
import type { DeadLetters } from './dead-letters.ts';
import { onFailureRecord } from './on-failure-record.ts';
import type { FunctionFailure, Outcome } from './types.ts';

/** Lambda waits one minute before the first retry and two before the second, which is too long on a developer's machine. */
const FIRST_RETRY_MS = 1_000;

const PendingSchema = z.object({
  functionName: z.string(),
  /** The same for every attempt. Journals of earlier versions lack it. */
  requestId: z.string().default(() => randomUUID()),
  event: z.string(),
  failedAttempts: z.number(),
  acceptedAt: z.number(),
});
type Pending = z.infer<typeof PendingSchema>;

export interface AsyncInvokerSettings {
  /** Holds the accepted invocations that are not complete. */
  readonly journalFile: string;
  readonly functions: ReadonlyMap<string, AsyncSettings>;
  readonly arnOf: (functionName: string) => string;
  readonly invoke: (functionName: string, event: string, requestId: string) => Promise<Outcome>;
  readonly deadLetters: DeadLetters;
}

/** Invokes functions for events: an accepted event is delivered at least once, even if this process is killed. */
export class AsyncInvoker {
  readonly #settings: AsyncInvokerSettings;
  readonly #journal: JsonLinesJournal<Pending>;
  readonly #stop = new AbortController();

  constructor(settings: AsyncInvokerSettings) {
    this.#settings = settings;
    this.#journal = new JsonLinesJournal(settings.journalFile, PendingSchema);
  }

  /** Stores an invocation durably before it returns. Ignores an id that is already in progress. */
  accept(functionName: string, event: string, id: string = randomUUID()): void {
    if (this.#journal.get(id) !== undefined) return;
    const pending = { functionName, requestId: randomUUID(), event, failedAttempts: 0, acceptedAt: Date.now() };
    this.#journal.put(id, pending);
    void this.#carryOut(id, pending);
  }

  /** Continues the invocations that a kill interrupted. */
  resume(): void {
    for (const [id, pending] of this.#journal.entries()) void this.#carryOut(id, pending);
  }

  /** Starts no further attempt; the next resume() continues incomplete invocations. */
  stop(): void {
    this.#stop.abort();
  }

  async #carryOut(id: string, accepted: Pending): Promise<void> {
    for (let pending = accepted; !this.#stop.signal.aborted; ) {
      const failure = await this.#attempt(pending);
      if (this.#stop.signal.aborted) return;
      if (failure === undefined) return this.#journal.delete(id);
      pending = { ...pending, failedAttempts: pending.failedAttempts + 1 };
      if (this.#isGivenUp(pending)) return this.#giveUp(id, pending, failure);
      this.#journal.put(id, pending);
      const wait = FIRST_RETRY_MS * pending.failedAttempts;
      await sleep(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  async #attempt({ functionName, event, requestId }: Pending): Promise<FunctionFailure | undefined> {
    try {
      const outcome = await this.#settings.invoke(functionName, event, requestId);
      return outcome.ok ? undefined : outcome.failure;
    } catch (error) {
      return { errorType: 'ServiceException', errorMessage: String(error) };
    }
  }

  #isGivenUp(pending: Pending): boolean {
    const settings = this.#settings.functions.get(pending.functionName);
    if (settings === undefined) return true;
    return (
      pending.failedAttempts > settings.maxRetries || Date.now() - pending.acceptedAt > settings.maxAgeSeconds * 1000
    );
  }

  #giveUp(id: string, pending: Pending, failure: FunctionFailure): void {
    const { functionName, event } = pending;
    const { deadLetterQueueArn: queue, onFailureFunction } = this.#settings.functions.get(functionName) ?? {};
    const places: string[] = [];
    // Sent before the event leaves the journal: a kill in between sends the record twice rather than never.
    if (onFailureFunction !== undefined) {
      this.accept(onFailureFunction, this.#recordOf(pending, failure), `${id}/on-failure`);
      places.push(`sent to ${onFailureFunction}`);
    }
    if (queue !== undefined) places.push(this.#settings.deadLetters.send(queue, event, failure));
    const where = places.join(', ') || 'dropped, it has no dead-letter queue and no on-failure destination';
    this.#journal.delete(id);
    console.error(`${functionName} failed for good (${failure.errorType}); its event: ${where}`);
  }

  #recordOf({ functionName, requestId, event, failedAttempts }: Pending, failure: FunctionFailure): string {
    const { maxRetries = 0 } = this.#settings.functions.get(functionName) ?? {};
    const condition = failedAttempts > maxRetries ? 'RetriesExhausted' : 'EventAgeExceeded';
    const functionArn = this.#settings.arnOf(functionName);
    return onFailureRecord({ requestId, functionArn, event, condition, attempts: failedAttempts, failure }, new Date());
  }
}
