import { fatal } from './errors.ts';

/** Step Functions' own limit for one execution. */
export const HISTORY_LIMIT_EVENTS = 25_000;

/** How much an execution has used: what AWS charges (transitions) and what it limits (events of one history). */
export interface Usage {
  transitions: number;
  historyEvents: number;
}

/**
 * One history: an execution, or an item of a Distributed Map, which has a history of its own. Stopping it stops everything
 * that was started under it.
 */
export class Scope {
  readonly usage: Usage = { transitions: 0, historyEvents: 0 };
  private readonly parent: Scope | undefined;
  private readonly ownsHistory: boolean;
  private readonly stops = new Set<() => void>();
  private readonly stopping = new AbortController();
  private fatalError: Error | undefined;

  constructor(parent?: Scope, ownsHistory = true) {
    this.parent = parent;
    this.ownsHistory = ownsHistory;
  }

  /** What ended it from inside, if anything did. */
  get failure(): Error | undefined {
    return this.fatalError ?? this.parent?.failure;
  }

  get stopped(): boolean {
    return this.stopping.signal.aborted || (this.parent?.stopped ?? false);
  }

  /** @throws an error that nothing catches, so that no state starts any more */
  assertRunning(): void {
    if (this.stopped) throw stoppedError();
  }

  /** Calls `stop` when this or anything around it is stopped; answers how to forget it. */
  onStop(stop: () => void): () => void {
    this.stops.add(stop);
    const forgetAbove = this.parent?.onStop(stop) ?? (() => {});
    return () => {
      this.stops.delete(stop);
      forgetAbove();
    };
  }

  /** Waits for `work`, but no longer than this runs. @throws an error that nothing catches when it is stopped first */
  async whileRunning<Result>(work: Promise<Result>): Promise<Result> {
    const { promise, reject } = Promise.withResolvers<never>();
    const forget = this.onStop(() => reject(stoppedError()));
    try {
      return await Promise.race([work, promise]);
    } finally {
      forget();
    }
  }

  stop(): void {
    this.stopping.abort();
    for (const stop of this.stops) stop();
  }

  /** Ends it with an error that no Catch sees. */
  fail(error: Error): void {
    this.fatalError ??= error;
    this.stop();
  }

  countTransition(): void {
    this.usage.transitions += 1;
    this.parent?.countTransition();
  }

  countEvents(count: number): void {
    if (!this.ownsHistory) {
      this.parent?.countEvents(count);
      return;
    }
    this.usage.historyEvents += count;
    if (this.usage.historyEvents > HISTORY_LIMIT_EVENTS) {
      this.fail(
        fatal(
          'States.Runtime',
          `The execution reached the maximum number of history events (${HISTORY_LIMIT_EVENTS}).`,
        ),
      );
    }
  }
}

function stoppedError(): Error {
  return fatal('States.Runtime', 'The execution has been stopped.');
}
