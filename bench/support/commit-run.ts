import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processorSeconds } from './process-tree.ts';

/** What one import took, as its record and its files say. */
export interface ImportUsage {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly transitions: number;
  readonly s3Requests: number;
  /** Of all its result files. */
  readonly bytes: number;
}

/** A file of new customers, and one that changes half of them, imported one after the other. */
export interface CommitRun {
  /** From the first upload to the end of the second import. */
  readonly seconds: number;
  readonly imports: readonly ImportUsage[];
}

export interface TimedRun extends CommitRun {
  /** Of the embedded cloud with its engine and functions. */
  readonly processorSeconds: number;
}

/** The embedded cloud of one checkout, in a process of its own. */
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
      // The other listener would stay. Its promise is rejected by that, which says nothing.
      ended.catch(() => {});
      waiting.abort();
    }
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }
}
