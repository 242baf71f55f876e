import type { Clock } from '../../../shared/domain/clock.ts';
import type { Stage } from '../../domain/import.ts';
import { progressSuffix } from '../../domain/import-keys.ts';
import type { ImportContext } from './import-context.ts';

/**
 * Each write is an S3 request that costs as much as eight written customers; a user who watches needs no shorter
 * interval.
 */
export const PROGRESS_INTERVAL_SECONDS = 5;

/** Stores the progress of a chunk while its worker is busy. */
export class ChunkProgressWriter {
  readonly #context: ImportContext;
  readonly #clock: Clock;
  readonly #key: string;
  #writtenAt: number;

  constructor(context: ImportContext, clock: Clock, stage: Stage, chunk: number) {
    this.#context = context;
    this.#clock = clock;
    this.#key = context.keys.work(stage, chunk, progressSuffix);
    this.#writtenAt = clock.now().getTime();
  }

  /**
   * Called for each record or request; writes at most every five seconds.
   * @param records the number of records with a fate
   */
  report(records: number): void {
    const now = this.#clock.now().getTime();
    if (now - this.#writtenAt < PROGRESS_INTERVAL_SECONDS * 1000) return;
    this.#writtenAt = now;
    void this.#write(records);
  }

  async #write(records: number): Promise<void> {
    try {
      await this.#context.store.put(this.#key, JSON.stringify({ records }));
    } catch {
      // A lost progress report does not stop the chunk; the next write may succeed.
    }
  }
}
