import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processorSeconds } from './process-tree.ts';

/** The usage of one import, from its record and its files. */
export interface ImportUsage {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly transitions: number;
  readonly s3Requests: number;
  /** Size of all its output files. */
  readonly bytes: number;
}

/** Figures of two imports in turn: a file of new customers, and a file that changes half of them. */
export interface CommitRun {
  /** From the first upload to the end of the second import. */
  readonly seconds: number;
  readonly imports: readonly ImportUsage[];
}

export interface TimedRun extends CommitRun {
  /** Processor time of the embedded cloud with its engine and functions. */
  readonly processorSeconds: number;
}

/** The embedded cloud of one checkout, in a separate process. */
export class CommitCloud {
  readonly #process: ChildProcess;

  constructor(child: ChildProcess) {
    this.#process = child;
  }

  /** @param checkout folder of a checkout with its packages */
  static async start(checkout: string, rows: number): Promise<CommitCloud> {
    const child = fork(join(import.meta.dirname, 'commit-worker.ts'), [checkout, String(rows)], { cwd: checkout });
    const cloud = new CommitCloud(child);
    await cloud.#reply();
    return cloud;
  }

  async run(): Promise<TimedRun> {
    const before = processorSeconds(this.#process.pid ?? 0);
    this.#process.send('run');
    const run: CommitRun = await this.#reply();
    return { ...run, processorSeconds: processorSeconds(this.#process.pid ?? 0) - before };
  }

  async #reply() {
    const waiting = new AbortController();
    const { signal } = waiting;
    const ended = once(this.#process, 'exit', { signal }).then(() => {
      throw new Error('The embedded cloud of a checkout ended.');
    });
    try {
      const [message] = await Promise.race([once(this.#process, 'message', { signal }), ended]);
      return message;
    } finally {
      // The abort below removes the other listener and rejects its promise, which is not an error.
      ended.catch(() => {});
      waiting.abort();
    }
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }
}
