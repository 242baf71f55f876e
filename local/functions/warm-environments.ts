import type { ExecutionEnvironment } from './execution-environment.ts';

export interface WarmSettings {
  /** Functions of which one environment stays warm in addition to `maxIdle`, because users wait for their answers. */
  readonly resident: ReadonlySet<string>;
  /** Maximum of idle environments over all functions, in addition to the resident ones. */
  readonly maxIdle: number;
  /** Milliseconds that an environment stays warm without work. */
  readonly maxIdleMs: number;
}

type Environment = Pick<ExecutionEnvironment, 'config' | 'usable' | 'kill'>;

interface Entry<Warm> {
  readonly environment: Warm;
  readonly since: number;
}

/**
 * Idle execution environments. When there are too many, the function with the most of them loses one. Removing the longest idle
 * environment instead would hurt functions that are called in turn, such as the steps of imports: each would always have
 * lost its environment just before its next call.
 */
export class WarmEnvironments<Warm extends Environment = Environment> {
  readonly #settings: WarmSettings;
  /** By name of the function; longest idle first. */
  readonly #idle = new Map<string, Entry<Warm>[]>();

  constructor(settings: WarmSettings) {
    this.#settings = settings;
  }

  /** Takes the most recently used environment of a function. */
  take(functionName: string): Warm | undefined {
    const entries = this.#idle.get(functionName) ?? [];
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
      if (entry.environment.usable) return entry.environment;
    }
    return undefined;
  }

  keep(environment: Warm): void {
    const { name } = environment.config;
    this.#idle.set(name, [...(this.#idle.get(name) ?? []), { environment, since: performance.now() }]);
    this.evict();
  }

  /** Kills the environments that have been idle for too long, and those above the maximum. */
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

  #pooledOf(name: string, entries: readonly Entry<Warm>[]): number {
    return this.#settings.resident.has(name) ? Math.max(0, entries.length - 1) : entries.length;
  }

  /** The environments of the function with the most in the pool; among equals, of the one that has been idle the longest. */
  #largest(): Entry<Warm>[] | undefined {
    const [[, largest] = []] = [...this.#idle].toSorted(
      ([nameA, a], [nameB, b]) =>
        this.#pooledOf(nameB, b) - this.#pooledOf(nameA, a) || (a[0]?.since ?? 0) - (b[0]?.since ?? 0),
    );
    return largest;
  }
}
