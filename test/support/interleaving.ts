/** The number of steps of one worker before the next turn; `pick` chooses among its waiting calls. */
export interface Turn<W extends string> {
  readonly worker: W;
  readonly steps: number;
  readonly pick: number;
}

interface Waiting<W> {
  readonly worker: W;
  readonly go: () => void;
}

/**
 * Orders the calls of several workers: one call runs at a time, and the turns say whose. A call takes two steps, one before
 * it is made and one before its answer arrives, so that a worker can be held up at either.
 */
export class Interleaving<W extends string> {
  readonly #waiting: Waiting<W>[] = [];
  #running = 0;

  async call<T>(worker: W, make: () => Promise<T>): Promise<T> {
    await this.#turnOf(worker);
    this.#running += 1;
    try {
      return await make();
    } finally {
      this.#running -= 1;
      await this.#turnOf(worker);
    }
  }

  /** Follows the turns. A turn ends early when its worker has nothing to do. */
  async follow(turns: readonly Turn<W>[]): Promise<void> {
    for (const { worker, steps, pick } of turns) {
      for (let step = 0; step < steps; step += 1) if (!(await this.#step(worker, pick))) break;
    }
  }

  /** Runs one worker after another to its end. */
  async finish(...workers: readonly W[]): Promise<void> {
    for (const worker of workers) while (await this.#step(worker, 0));
  }

  #turnOf(worker: W): Promise<void> {
    return new Promise((go) => this.#waiting.push({ worker, go }));
  }

  async #step(worker: W, pick: number): Promise<boolean> {
    const own = this.#waiting.filter((waiting) => waiting.worker === worker);
    const chosen = own[pick % own.length];
    if (!chosen) return false;
    this.#waiting.splice(this.#waiting.indexOf(chosen), 1);
    chosen.go();
    await this.#quiet();
    return true;
  }

  /** Until every worker waits for a turn or has ended. */
  async #quiet(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#running > 0);
  }
}
