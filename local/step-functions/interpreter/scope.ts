import { fatal } from './errors.ts';

/** The limit of Step Functions for one execution. */
export const HISTORY_LIMIT_EVENTS = 25_000;

/** The usage of an execution: what AWS charges (transitions) and what it limits (events of one history). */
export interface Usage {
  transitions: number;
  historyEvents: number;
}

/**
 * One history: of an execution, or of an item of a Distributed Map, which has a separate history. Stopping a scope stops
 * everything that was started in it.
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

  /** The error that ended the scope from inside, if any. */
  get failure(): Error | undefined {
    return this.fatalError ?? this.parent?.failure;
  }

  get stopped(): boolean {
    return this.stopping.signal.aborted || (this.parent?.stopped ?? false);
  }

  /** @throws an error that no Catch catches, so that no further state starts */
  assertRunning(): void {
    if (this.stopped) throw stoppedError();
  }

  /** Calls `stop` when this scope or one around it is stopped; returns a function that removes the listener. */
  onStop(stop: () => void): () => void {
    this.stops.add(stop);
    const forgetAbove = this.parent?.onStop(stop) ?? (() => {});
    return () => {
      this.stops.delete(stop);
      forgetAbove();
    };
  }

  /** Waits for `work` until the scope is stopped. @throws an error that no Catch catches if it is stopped first */
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

  /** Ends the scope with an error that no Catch catches. */
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
