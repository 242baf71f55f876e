import type { ExecutionEnvironment } from './execution-environment.ts';

export interface WarmSettings {
  /** Functions of which one environment stays warm in addition to `maxIdle`: a person waits for their answers. */
  readonly resident: ReadonlySet<string>;
  /** Environments that are kept warm, over all functions, besides the resident ones. */
  readonly maxIdle: number;
  /** How long one stays warm without work. */
  readonly maxIdleMs: number;
}

type Environment = Pick<ExecutionEnvironment, 'config' | 'usable' | 'kill'>;

interface Entry<Kept> {
  readonly environment: Kept;
  readonly since: number;
}

/**
 * Execution environments that wait for their next invocation. When there are too many, the function with the most of them loses
 * one: if the longest idle one went instead, functions that are called in turn, as the steps of imports are, would each find
 * that their environment has just been removed.
 */
export class WarmEnvironments<Kept extends Environment = Environment> {
  readonly #settings: WarmSettings;
  /** By name of the function; longest idle first. */
  readonly #idle = new Map<string, Entry<Kept>[]>();

  constructor(settings: WarmSettings) {
    this.#settings = settings;
  }

  /** Takes the environment of a function that was used last. */
  take(functionName: string): Kept | undefined {
    const entries = this.#idle.get(functionName) ?? [];
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
      if (entry.environment.usable) return entry.environment;
    }
    return undefined;
  }

  keep(environment: Kept): void {
    const { name } = environment.config;
    this.#idle.set(name, [...(this.#idle.get(name) ?? []), { environment, since: performance.now() }]);
    this.evict();
  }

  /** Kills the environments that have been idle for too long, and those that are too many. */
  evict(): void {
    const oldest = performance.now() - this.#settings.maxIdleMs;
    for (const entries of this.#idle.values()) {
      const remaining = entries.splice(0).filter(({ environment }) => environment.usable);
      for (const entry of remaining) {
        if (entry.since >= oldest) entries.push(entry);
        else entry.environment.kill();
      }
    }
    while (this.#pooled() > this.#settings.maxIdle) this.#largest()?.shift()?.environment.kill();
  }

  killAll(): void {
    for (const entries of this.#idle.values()) for (const { environment } of entries.splice(0)) environment.kill();
  }

  #pooled(): number {
    return [...this.#idle].reduce((sum, [name, entries]) => sum + this.#pooledOf(name, entries), 0);
  }

  #pooledOf(name: string, entries: readonly Entry<Kept>[]): number {
    return this.#settings.resident.has(name) ? Math.max(0, entries.length - 1) : entries.length;
  }

  /** The environments of the function that has the most in the pool; of several, the one that has been idle the longest. */
  #largest(): Entry<Kept>[] | undefined {
    const [[, largest] = []] = [...this.#idle].toSorted(
      ([nameA, a], [nameB, b]) =>
        this.#pooledOf(nameB, b) - this.#pooledOf(nameA, a) || (a[0]?.since ?? 0) - (b[0]?.since ?? 0),
    );
    return largest;
  }
}
