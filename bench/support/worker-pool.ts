import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import type { SortTask } from './sort-task.ts';
import type { SortPlace, WorkerRequest } from './sort-worker.ts';

const CutsSchema = z.strictObject({ ranges: z.int(), generation: z.int() });
const DoneSchema = z.strictObject({ runs: z.int().optional(), cuts: CutsSchema.optional() });
const ReplySchema = z.union([
  z.strictObject({ done: DoneSchema, peakMb: z.number() }),
  z.strictObject({ failed: z.string() }),
]);
export type Done = z.infer<typeof DoneSchema>;

/** Step processes, each with one step at a time, as the embedded cloud's execution environments. */
export class WorkerPool {
  /** The largest peak memory that any of the processes has had, in MB. */
  peakMb = 0;
  readonly #workers: ChildProcess[];
  readonly #idle: ChildProcess[];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];

  /** `script` is the bundled worker. */
  constructor(script: string, processes: number) {
    this.#workers = Array.from({ length: processes }, () => fork(script, { execArgv: [] }));
    this.#idle = [...this.#workers];
  }

  async #run(request: WorkerRequest): Promise<Done> {
    const worker = await this.#free();
    try {
      worker.send(request);
      const reply = ReplySchema.parse((await once(worker, 'message'))[0]);
      if ('failed' in reply) throw new Error(reply.failed);
      this.peakMb = Math.max(this.peakMb, reply.peakMb);
      return reply.done;
    } finally {
      this.#release(worker);
    }
  }

  async all(tasks: readonly SortTask[], place: SortPlace): Promise<Done[]> {
    return Promise.all(tasks.map((task) => this.#run({ ...place, task })));
  }

  close(): void {
    for (const worker of this.#workers) worker.kill();
  }

  async #free(): Promise<ChildProcess> {
    return this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(worker: ChildProcess): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }
}
