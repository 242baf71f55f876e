import { type ChildProcess, fork } from 'node:child_process';
import { exited, outOfMemory, timedOut } from './failures.ts';
import { peakMemoryMb } from './memory.ts';
import { EnvironmentMessageSchema, type InvokeMessage } from './messages.ts';
import type { FunctionConfig, FunctionFailure, Invocation, Outcome } from './types.ts';

/** Loading a handler gets this long; Lambda allows 10 seconds, but its machine is not shared with the rest of the cloud. */
const INIT_SECONDS = 30;
const MEMORY_LOOK_MS = 50;

export interface EnvironmentSettings {
  /** JavaScript of the bootstrap. */
  readonly bootstrapFile: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Open file descriptor that takes the function's output. */
  readonly logFd: number;
}

/** A child process that runs one function, one invocation at a time, until it is killed. */
export class ExecutionEnvironment {
  readonly config: FunctionConfig;
  private readonly child: ChildProcess;
  private readonly ready: Promise<FunctionFailure | undefined>;
  private readonly becameReady = Promise.withResolvers<FunctionFailure | undefined>();
  private settle: ((outcome: Outcome) => void) | undefined;
  private requestId = '';
  private alive = true;
  private readonly startedAt = performance.now();
  private loadedAfterMs: number | undefined;

  constructor(config: FunctionConfig, settings: EnvironmentSettings) {
    this.config = config;
    this.ready = this.becameReady.promise;
    this.child = fork(settings.bootstrapFile, [config.name], {
      cwd: config.codeDir,
      env: { ...settings.variables },
      // As Lambda does: the heap may take nine tenths of the memory.
      execArgv: [`--max-old-space-size=${Math.floor(config.memoryMb * 0.9)}`],
      stdio: ['ignore', settings.logFd, settings.logFd, 'ipc'],
      // Ctrl-C in a terminal is for the cloud, which then stops in its own order; it must not look like a crash of functions.
      detached: true,
    });
    this.child.on('message', (message) => this.receive(message));
    this.child.on('error', (error) => this.end({ errorType: 'Runtime.StartError', errorMessage: error.message }));
    this.child.on('exit', (code, signal) => this.end(exited(this.requestId, code, signal)));
  }

  /** False once the process has ended or is being killed: it takes no further invocation. */
  get usable(): boolean {
    return this.alive;
  }

  /** How long the process took until its handler was loaded; undefined while it has not. */
  get initMs(): number | undefined {
    return this.loadedAfterMs;
  }

  /** Highest memory so far in MB, where the system tells. */
  get peakMb(): number | undefined {
    return this.child.pid === undefined ? undefined : peakMemoryMb(this.child.pid);
  }

  async run(invocation: Invocation): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.settle = resolve;
    this.requestId = invocation.requestId;
    const memoryWatch = setInterval(() => this.checkMemory(), MEMORY_LOOK_MS);
    let timer = setTimeout(() => this.end(timedOut(this.config, invocation.requestId)), INIT_SECONDS * 1000);
    try {
      const initFailure = await this.ready;
      if (initFailure !== undefined) return { ok: false, failure: initFailure };
      clearTimeout(timer);
      const timeoutMs = this.config.timeoutSeconds * 1000;
      timer = setTimeout(() => this.end(timedOut(this.config, invocation.requestId)), timeoutMs);
      this.send({ ...invocation, deadline: Date.now() + timeoutMs, functionArn: this.config.arn });
      return await promise;
    } finally {
      clearTimeout(timer);
      clearInterval(memoryWatch);
      this.settle = undefined;
    }
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  private send(message: InvokeMessage): void {
    // A child that died a moment ago reports through its exit event; the error of writing to it says nothing more.
    this.child.send(message, () => {});
  }

  private receive(raw: unknown): void {
    const message = EnvironmentMessageSchema.parse(raw);
    if (message.kind === 'ready') this.becomeReady();
    else if (message.kind === 'init-failed') this.end(message.failure);
    else if (message.requestId === this.requestId) {
      this.settle?.(
        message.kind === 'succeeded' ? { ok: true, payload: message.payload } : { ok: false, failure: message.failure },
      );
    }
  }

  private becomeReady(): void {
    this.loadedAfterMs = performance.now() - this.startedAt;
    this.becameReady.resolve(undefined);
  }

  private checkMemory(): void {
    const peak = this.peakMb;
    if (peak !== undefined && peak > this.config.memoryMb) this.end(outOfMemory(this.config, this.requestId, peak));
  }

  private end(failure: FunctionFailure): void {
    this.kill();
    this.becameReady.resolve(failure);
    this.settle?.({ ok: false, failure });
  }
}
