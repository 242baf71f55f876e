import { randomUUID } from 'node:crypto';
import { ExecutionEnvironment } from './execution-environment.ts';
import { requestTooLarge, responseTooLarge } from './failures.ts';
import { FunctionLog } from './function-log.ts';
import { lambdaEnvironmentVariables } from './lambda-environment-variables.ts';
import { Slots } from './slots.ts';
import type { FunctionConfig, Outcome } from './types.ts';
import { WarmEnvironments, type WarmSettings } from './warm-environments.ts';

/** The limit of Lambda for a synchronous invocation, for the event and for the answer. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

export interface PoolSettings extends WarmSettings {
  readonly bootstrapFile: string;
  /** Region, credentials and endpoints, the same for every function. */
  readonly cloudVariables: Readonly<Record<string, string>>;
  readonly logDir: string;
  /** Maximum of concurrent invocations over all functions. */
  readonly maxRunning: number;
  /** How many of them are reserved for invocations whose caller waits for the answer. */
  readonly reservedForCallers: number;
}

export interface InvokeOptions {
  /** Runs before the invocations that wait: a caller waits for the answer. */
  readonly urgent?: boolean;
  readonly requestId?: string;
}

/** Runs functions as Lambda does: in execution environments that are started on demand and reused. */
export class FunctionPool {
  private readonly functions: ReadonlyMap<string, FunctionConfig>;
  private readonly settings: PoolSettings;
  private readonly slots: Slots;
  private readonly warm: WarmEnvironments<ExecutionEnvironment>;
  private readonly sweep: NodeJS.Timeout;
  private readonly busy = new Set<ExecutionEnvironment>();
  private readonly logs = new Map<string, FunctionLog>();
  private stopped = false;

  constructor(functions: readonly FunctionConfig[], settings: PoolSettings) {
    this.functions = new Map(functions.map((config) => [config.name, config]));
    this.settings = settings;
    this.slots = new Slots(settings.maxRunning, settings.reservedForCallers);
    this.warm = new WarmEnvironments(settings);
    this.sweep = setInterval(() => this.warm.evict(), settings.maxIdleMs / 4).unref();
  }

  /**
   * Runs a function once and returns its outcome.
   * @param event JSON text
   * @throws Error if the function does not exist or the pool has stopped
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

  /** Kills every environment; running invocations end with Runtime.ExitError. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.sweep);
    this.warm.killAll();
    for (const environment of this.busy) environment.kill();
    for (const log of this.logs.values()) log.close();
  }

  private async runOnce(config: FunctionConfig, event: string, requestId: string): Promise<Outcome> {
    if (this.hasStopped()) throw new Error('The embedded cloud has stopped; it runs no functions.');
    const log = this.logOf(config);
    const warm = this.warm.take(config.name);
    const environment = warm ?? this.start(config, log);
    this.busy.add(environment);
    log.started(requestId);
    const startedAt = performance.now();
    const outcome = await environment.run({ requestId, event });
    this.busy.delete(environment);
    if (this.hasStopped()) return outcome;
    const failure = outcome.ok ? undefined : outcome.failure.errorType;
    const initMs = warm === undefined ? environment.initMs : undefined;
    const milliseconds = performance.now() - startedAt;
    log.ended({ requestId, milliseconds, initMs, peakMb: environment.peakMb, failure });
    this.warm.keep(environment);
    return outcome;
  }

  private hasStopped(): boolean {
    return this.stopped;
  }

  private start(config: FunctionConfig, log: FunctionLog): ExecutionEnvironment {
    return new ExecutionEnvironment(config, {
      bootstrapFile: this.settings.bootstrapFile,
      variables: lambdaEnvironmentVariables(config, this.settings.cloudVariables),
      logFd: log.fd,
    });
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
