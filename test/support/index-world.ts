import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { Lease } from '../../functions/imports/domain/lifecycle/lease.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { watchIndexes } from '../../functions/imports/use-cases/lifecycle/watch-indexes.ts';
import { entriesOf } from '../../functions/search/index.ts';
import { StartedWorkflows } from './import-world-memory.ts';
import { MemoryCustomers } from './memory-customers.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { MemoryHeads, MemoryIndex } from './memory-search.ts';
import { runIndexDefinition } from './run-definition.ts';
import { callIndexStep } from './run-workflow.ts';

export class Killed extends Error {}

/** Small pieces, so that few customers make several ranges. */
const LIMITS = { sampleBytes: 64, mergeBytes: 512, partBytes: 64 };
const FREE: Lease = {
  importId: undefined,
  fence: 1,
  drainsUntil: undefined,
  lastEndedAt: undefined,
  lastWriter: undefined,
};

/** Everything that a job writes a search index with, in memory; a test may end it at any call. */
export class IndexWorld {
  readonly store = new MemoryObjectStore();
  readonly customers = new MemoryCustomers();
  readonly index = new MemoryIndex();
  readonly heads = new MemoryHeads(() => this.now);
  readonly jobs = new StartedWorkflows();
  now = new Date('2026-11-30T08:00:00Z');
  table: PublishedTable;
  /** The import that holds the table. */
  holder: string | undefined;
  /** The calls until the process is killed, before or after that call takes effect. */
  killAt: { calls: number; when: 'before' | 'after' } | undefined;
  calls = 0;
  /** Called before each call. */
  between: () => Promise<void> = async () => {};

  constructor(table: PublishedTable) {
    this.table = table;
    this.customers.shardCount = table.shardCount;
  }

  get prefix(): string {
    return this.table.prefix;
  }

  put(customerId: string, values: Readonly<Record<string, string>>, deletedAt?: string): void {
    this.customers.rows.set(customerId, { version: 1, importId: undefined, deletedAt, values });
  }

  get ports() {
    return {
      store: this.#fragile(this.store),
      customers: this.customers,
      heads: this.#fragile(this.heads),
      writer: this.#fragile(this.index),
      imports: { readLease: async () => ({ ...FREE, importId: this.holder }), reportProgress: async () => {} },
      tables: {
        readPublished: async () => ({ status: 'published' as const, table: this.table }),
        readVersion: async () => this.table,
      },
      indexJobs: this.jobs,
      limits: ImportLimitsSchema.parse(LIMITS),
      clock: { now: () => this.now },
    };
  }

  later(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  watch(): Promise<void> {
    return watchIndexes(this.ports);
  }

  run(input: WorkflowInput): Promise<void> {
    const ports = this.ports;
    return runIndexDefinition(input, (name, event) => callIndexStep(ports, name, event), 1);
  }

  /** Starts what is due, and runs it to its end. */
  async runDue(): Promise<void> {
    await this.watch();
    for (const [name, input] of this.jobs.started) {
      if (this.jobs.ended.has(name)) continue;
      this.jobs.ended.add(name);
      await this.run(input);
    }
  }

  /** The entries that a scan of the table finds. */
  expected(): string[] {
    return [...this.customers.rows]
      .filter(([, { deletedAt }]) => deletedAt === undefined)
      .flatMap(([customerId, { values }]) => entriesOf(this.table, customerId, values))
      .map(({ space, value, customerId, field }) => `${space} ${value} ${customerId} ${field}`)
      .sort();
  }

  async live(): Promise<string[]> {
    const { live } = await this.heads.find(this.prefix);
    return live === undefined ? [] : this.index.entries(live);
  }

  #fragile<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          this.calls += 1;
          await this.between();
          const dies = this.killAt?.calls === this.calls ? this.killAt.when : undefined;
          if (dies === 'before') throw new Killed();
          const result: unknown = await Reflect.apply(member, object, args);
          if (dies === 'after') throw new Killed();
          return result;
        };
      },
    });
  }
}
