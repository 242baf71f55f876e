import type { Clock } from '../../../shared/domain/clock.ts';
import type { Stage } from '../../domain/import.ts';
import { progressSuffix } from '../../domain/import-keys.ts';
import type { ImportContext } from './import-context.ts';

/** Often enough for a person who watches; each write is a request of S3, which costs as much as eight written customers. */
export const PROGRESS_INTERVAL_SECONDS = 5;

/** Writes down how far a chunk has come, for whoever reads the import while its worker is busy. */
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

  /** Called for each record or request; writes at most once in five seconds. @param records that have a fate so far */
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
      // Progress is for people alone: the chunk's work goes on, and the next write may succeed.
    }
  }
}
