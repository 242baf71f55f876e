import { randomUUID } from 'node:crypto';
import { ExecutionEnvironment } from './execution-environment.ts';
import { requestTooLarge, responseTooLarge } from './failures.ts';
import { FunctionLog } from './function-log.ts';
import { lambdaEnvironmentVariables } from './lambda-environment-variables.ts';
import { Slots } from './slots.ts';
import type { FunctionConfig, Outcome } from './types.ts';

/** Lambda's own limit for a synchronous invocation, both ways. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

export interface PoolSettings {
  readonly bootstrapFile: string;
  /** Region, credentials and endpoints that every function gets. */
  readonly cloudVariables: Readonly<Record<string, string>>;
  readonly logDir: string;
  /** Invocations that run at once, over all functions. */
  readonly maxRunning: number;
  /** How many of them are kept for those whose caller waits for the answer. */
  readonly keptForCallers: number;
  /** Environments that are kept warm, over all functions. */
  readonly maxIdle: number;
  /** How long one stays warm without work. */
  readonly maxIdleMs: number;
}

export interface InvokeOptions {
  /** Goes before those that wait: somebody sits in front of it. */
  readonly urgent?: boolean;
  readonly requestId?: string;
}

/** Runs functions as Lambda does: in execution environments that are started when needed and reused while they live. */
export class FunctionPool {
  private readonly functions: ReadonlyMap<string, FunctionConfig>;
  private readonly settings: PoolSettings;
  private readonly slots: Slots;
  /** Longest idle first. */
  private idle: { readonly environment: ExecutionEnvironment; readonly since: number }[] = [];
  private readonly sweep: NodeJS.Timeout;
  private readonly busy = new Set<ExecutionEnvironment>();
  private readonly logs = new Map<string, FunctionLog>();
  private stopped = false;

  constructor(functions: readonly FunctionConfig[], settings: PoolSettings) {
    this.functions = new Map(functions.map((config) => [config.name, config]));
    this.settings = settings;
    this.slots = new Slots(settings.maxRunning, settings.keptForCallers);
    this.sweep = setInterval(() => this.evict(), settings.maxIdleMs / 4).unref();
  }

  /**
   * Runs a function once and answers how it ended.
   * @param event JSON text
   * @throws when there is no such function or the pool has stopped
   */
  async invoke(functionName: string, event: string, options: InvokeOptions = {}): Promise<Outcome> {
    const config = this.functions.get(functionName);
    if (config === undefined) throw new Error(`Function not found: ${functionName}`);
    const bytes = Buffer.byteLength(event);
    if (bytes > PAYLOAD_LIMIT_BYTES) return { ok: false, failure: requestTooLarge(bytes, PAYLOAD_LIMIT_BYTES) };
    await this.slots.take(options.urgent ?? false);
    try {
      return withinLimit(await this.runOnce(config, event, options.requestId ?? randomUUID()));
    } finally {
      this.slots.give();
    }
  }

  /** Kills every environment; what runs ends with Runtime.ExitError. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.sweep);
    for (const { environment } of this.idle) environment.kill();
    for (const environment of this.busy) environment.kill();
    for (const log of this.logs.values()) log.close();
    this.idle = [];
  }

  private async runOnce(config: FunctionConfig, event: string, requestId: string): Promise<Outcome> {
    if (this.hasStopped()) throw new Error('The functions have been stopped.');
    const log = this.logOf(config);
    const environment = this.takeIdle(config) ?? this.start(config, log);
    this.busy.add(environment);
    log.started(requestId);
    const startedAt = performance.now();
    const outcome = await environment.run({ requestId, event });
    this.busy.delete(environment);
    if (this.hasStopped()) return outcome;
    const failure = outcome.ok ? undefined : outcome.failure.errorType;
    log.ended(requestId, performance.now() - startedAt, environment.peakMb, failure);
    this.keep(environment);
    return outcome;
  }

  private hasStopped(): boolean {
    return this.stopped;
  }

  private takeIdle(config: FunctionConfig): ExecutionEnvironment | undefined {
    const index = this.idle.findLastIndex(({ environment }) => environment.config === config && environment.usable);
    return index === -1 ? undefined : this.idle.splice(index, 1)[0]?.environment;
  }

  private start(config: FunctionConfig, log: FunctionLog): ExecutionEnvironment {
    return new ExecutionEnvironment(config, {
      bootstrapFile: this.settings.bootstrapFile,
      variables: lambdaEnvironmentVariables(config, this.settings.cloudVariables),
      logFd: log.fd,
    });
  }

  private keep(environment: ExecutionEnvironment): void {
    this.idle.push({ environment, since: performance.now() });
    this.evict();
  }

  private evict(): void {
    const warm = this.idle.filter(({ environment }) => environment.usable);
    const firstKept = warm.length - this.settings.maxIdle;
    const oldest = performance.now() - this.settings.maxIdleMs;
    this.idle = warm.filter(({ since }, index) => index >= firstKept && since >= oldest);
    for (const entry of warm) if (!this.idle.includes(entry)) entry.environment.kill();
  }

  private logOf(config: FunctionConfig): FunctionLog {
    const open = this.logs.get(config.name) ?? new FunctionLog(this.settings.logDir, config.name);
    this.logs.set(config.name, open);
    return open;
  }
}

function withinLimit(outcome: Outcome): Outcome {
  if (!outcome.ok) return outcome;
  const bytes = Buffer.byteLength(outcome.payload);
  return bytes > PAYLOAD_LIMIT_BYTES ? { ok: false, failure: responseTooLarge(bytes, PAYLOAD_LIMIT_BYTES) } : outcome;
}
