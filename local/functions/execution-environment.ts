import { type ChildProcess, fork } from 'node:child_process';
import { exited, outOfMemory, timedOut } from './failures.ts';
import { peakMemoryMb } from './memory.ts';
import { EnvironmentMessageSchema, type InvokeMessage } from './messages.ts';
import type { FunctionConfig, FunctionFailure, Invocation, Outcome } from './types.ts';

/** Time limit for loading a handler; Lambda allows 10 seconds, but its machine is not shared with the rest of the cloud. */
const INIT_SECONDS = 30;
const MEMORY_POLL_INTERVAL_MS = 50;

export interface EnvironmentSettings {
  /** Path of the bootstrap's JavaScript. */
  readonly bootstrapFile: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Open file descriptor for the function's output. */
  readonly logFd: number;
}

/** A child process that runs one function, one invocation at a time, until it is killed. */
export class ExecutionEnvironment {
  readonly config: FunctionConfig;
  private readonly child: ChildProcess;
  private readonly ready: Promise<FunctionFailure | undefined>;
  private readonly becameReady = Promise.withResolvers<FunctionFailure | undefined>();
  private resolveOutcome: ((outcome: Outcome) => void) | undefined;
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
      // As in Lambda, the heap may take nine tenths of the memory.
      execArgv: [`--max-old-space-size=${Math.floor(config.memoryMb * 0.9)}`],
      stdio: ['ignore', settings.logFd, settings.logFd, 'ipc'],
      // Ctrl-C in a terminal must reach only the cloud, which then stops its parts in order; functions must not appear to crash.
      detached: true,
    });
    this.child.on('message', (message) => this.receive(message));
    this.child.on('error', (error) => this.end({ errorType: 'Runtime.StartError', errorMessage: error.message }));
    this.child.on('exit', (code, signal) => this.end(exited(this.requestId, code, signal)));
  }

  /** False once the process has ended or is being killed; it then accepts no further invocation. */
  get usable(): boolean {
    return this.alive;
  }

  /** Milliseconds until the handler was loaded; undefined before that. */
  get initMs(): number | undefined {
    return this.loadedAfterMs;
  }

  /** Highest memory so far in MB; undefined on systems that do not report it. */
  get peakMb(): number | undefined {
    return this.child.pid === undefined ? undefined : peakMemoryMb(this.child.pid);
  }

  async run(invocation: Invocation): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.resolveOutcome = resolve;
    this.requestId = invocation.requestId;
    const memoryWatch = setInterval(() => this.checkMemory(), MEMORY_POLL_INTERVAL_MS);
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
      this.resolveOutcome = undefined;
    }
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  private send(message: InvokeMessage): void {
    // A child that has just died reports through its exit event; an error of this write adds no information.
    this.child.send(message, () => {});
  }

  private receive(raw: unknown): void {
    const message = EnvironmentMessageSchema.parse(raw);
    if (message.kind === 'ready') this.becomeReady();
    else if (message.kind === 'init-failed') this.end(message.failure);
    else if (message.requestId === this.requestId) {
      this.resolveOutcome?.(
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
    this.resolveOutcome?.({ ok: false, failure });
  }
}
