import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../observability/logger.ts';

/** A transient error persisted through all attempts. */
export class TableBusy extends Error {
  override readonly name = 'TableBusy';
  readonly code: string;

  constructor(code: string) {
    super(`The table kept answering ${code}.`);
    this.code = code;
  }
}

export interface BackOffSettings {
  /** The most consecutive waits without progress. */
  readonly attempts: number;
  readonly firstMs: number;
  readonly longestMs: number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Waits up to 50, 100, 200 ... 5,000 ms, half of that on average: some 25 s in total, far less than any step's
 * time-out.
 */
export const BACK_OFF: Omit<BackOffSettings, 'logger'> = {
  attempts: 15,
  firstMs: 50,
  longestMs: 5_000,
  random: Math.random,
  sleep: (milliseconds) => pause(milliseconds),
};

/** Waits between attempts, with full jitter: a random time up to a limit that doubles. */
export class BackOff {
  readonly #settings: BackOffSettings;

  constructor(settings: BackOffSettings) {
    this.#settings = settings;
  }

  /**
   * @param attempt the number of earlier waits without progress, from 0
   * @param count the number of statements, keys or items to retry
   * @throws TableBusy after the last attempt
   */
  async wait(attempt: number, count: number, code: string): Promise<void> {
    const { attempts, firstMs, longestMs, random, sleep, logger } = this.#settings;
    if (attempt >= attempts) {
      logger.warn('writer.left-over', { statements: count, attempt, errorName: code });
      throw new TableBusy(code);
    }
    const waitMs = Math.floor(random() * Math.min(longestMs, firstMs * 2 ** attempt));
    logger.warn('writer.retried', { statements: count, attempt, errorName: code, waitMs });
    await sleep(waitMs);
  }
}
