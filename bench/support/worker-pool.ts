import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import type { WorkerRequest } from './sort-worker.ts';

const CutsSchema = z.strictObject({ ranges: z.int(), generation: z.int() });
const DoneSchema = z.strictObject({ runs: z.int().optional(), cuts: CutsSchema.optional() });
const ReplySchema = z.union([
  z.strictObject({ done: DoneSchema, peakMb: z.number() }),
  z.strictObject({ failed: z.string() }),
]);
export type Done = z.infer<typeof DoneSchema>;

/** Step processes, each with one step at a time, like the embedded cloud's execution environments. */
export class WorkerPool {
  /** The largest peak memory of all processes, in MB. */
  peakMb = 0;
  readonly #workers: ChildProcess[] = [];
  readonly #idle: ChildProcess[] = [];
  readonly #script: string;
  readonly #processes: number;
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];

  /** @param script path of the bundled worker */
  constructor(script: string, processes: number) {
    this.#script = script;
    this.#processes = processes;
  }

  async run(request: WorkerRequest): Promise<Done> {
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

  close(): void {
    for (const worker of this.#workers) worker.kill();
  }

  async #free(): Promise<ChildProcess> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#workers.length === this.#processes) return new Promise((resolve) => this.#waiting.push(resolve));
    const worker = fork(this.#script, { execArgv: [] });
    this.#workers.push(worker);
    return worker;
  }

  #release(worker: ChildProcess): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }
}
