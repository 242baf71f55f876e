import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Database } from '../store/database.ts';
import type { ObjectCreatedEvent } from './object-created.ts';

/** Maximum of events in delivery: one event that takes minutes must not delay the others. */
const MAX_IN_FLIGHT = 16;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 30_000;
const FORGET_AFTER_MS = 50;

const EventRow = z.object({ sequence: z.number(), body: z.string() });
type EventRow = z.infer<typeof EventRow>;

export interface JournalOptions {
  readonly handler: ((event: ObjectCreatedEvent) => Promise<void>) | undefined;
  readonly reportError: (error: unknown) => void;
}

/** Events that wait for delivery or are in delivery: stored in the object's transaction, deleted after the handler has resolved. */
export class EventJournal {
  readonly #database: Database;
  readonly #options: JournalOptions;
  readonly #stop = new AbortController();
  #inFlight = 0;
  /** Sequence of the last event that was handed to the handler since the start. Sequences only grow. */
  #taken = 0;
  #delivered: number[] = [];

  constructor(database: Database, options: JournalOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Must run in the transaction that creates the object. */
  append(sequence: number, event: ObjectCreatedEvent): void {
    if (!this.#options.handler) return;
    this.#database.run('INSERT INTO event VALUES (?, ?)', sequence, JSON.stringify(event));
  }

  /** Delivers waiting events, oldest first, up to the maximum. */
  wake(): void {
    const { handler } = this.#options;
    if (!handler || this.#stop.signal.aborted) return;
    for (const { sequence, body } of this.#takeWaiting()) {
      this.#inFlight += 1;
      void this.#deliver(sequence, body, handler).then(() => {
        this.#inFlight -= 1;
        this.wake();
      });
    }
  }

  /** Starts no further delivery and does not wait for those in progress: the next start delivers undeleted events once more. */
  async stop(): Promise<void> {
    await this.#forgetDelivered();
    this.#stop.abort();
  }

  #takeWaiting(): EventRow[] {
    const rows = this.#database
      .all(
        'SELECT sequence, body FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?',
        this.#taken,
        MAX_IN_FLIGHT - this.#inFlight,
      )
      .map((row) => EventRow.parse(row));
    this.#taken = rows.at(-1)?.sequence ?? this.#taken;
    return rows;
  }

  async #deliver(sequence: number, body: string, handler: (event: ObjectCreatedEvent) => Promise<void>): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !this.#stop.signal.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        await handler(JSON.parse(body));
        this.#forgetSoon(sequence);
        return;
      } catch (error) {
        this.#options.reportError(error);
        await sleep(wait, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** Deletes in batches: each commit costs a write to the disk, and a crash in between only repeats an event. */
  #forgetSoon(sequence: number): void {
    this.#delivered.push(sequence);
    if (this.#delivered.length > 1) return;
    setTimeout(() => this.#forgetDelivered().catch(this.#options.reportError), FORGET_AFTER_MS).unref();
  }

  async #forgetDelivered(): Promise<void> {
    if (this.#stop.signal.aborted || this.#delivered.length === 0) return;
    const delivered = this.#delivered;
    this.#delivered = [];
    await this.#database.transact(() => {
      for (const sequence of delivered) this.#database.run('DELETE FROM event WHERE sequence = ?', sequence);
    });
  }
}
