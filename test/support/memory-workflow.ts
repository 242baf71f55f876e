import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { Import, ImportOutcome, StageProgress } from '../../functions/imports/domain/import.ts';
import { cancelFlagKey } from '../../functions/imports/domain/import-keys.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { type ImportRepository, StaleFence } from '../../functions/imports/ports.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { MemoryCustomers } from './memory-customers.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { MemoryHeads, MemoryIndex } from './memory-search.ts';
import { voucim } from './published-table.ts';
import { runDefinition } from './run-definition.ts';
import { callStep } from './run-workflow.ts';

const NOW = new Date('2026-11-22T11:02:25Z');

class Stopped extends Error {}

/** One running import of a file into a CRM table, by default VOUCIM, everything in memory. */
export class MemoryWorkflow {
  readonly store = new MemoryObjectStore();
  readonly customers = new MemoryCustomers();
  readonly index = new MemoryIndex();
  readonly heads = new MemoryHeads(() => NOW);
  /** The stages that the steps have reported. */
  readonly reports: Omit<StageProgress, 'startedAt'>[] = [];
  readonly input;
  /** How the import ended; undefined while it runs. */
  outcome: ImportOutcome | undefined;
  readonly services;
  #record: Import;

  private constructor(limits: Record<string, number>, record: Import, table: PublishedTable) {
    this.input = { importId: 'X', prefix: table.prefix, fence: 3 };
    this.#record = record;
    this.customers.shardCount = table.shardCount;
    this.services = {
      store: this.store,
      customers: this.customers,
      imports: this.#imports(),
      tables: {
        readPublished: async () => ({ status: 'published' as const, table }),
        readVersion: async () => table,
      },
      definitions: { find: async () => undefined, findDefault: async () => undefined },
      heads: this.heads,
      writer: this.index,
      counters: { read: async () => ({ customers: this.customers.rows.size, itemBytes: 0 }) },
      highWaterMarks: { raiseHighWaterMark: async () => {}, reserveBlock: async () => ({ first: 1 }) },
      workflow: { start: async () => {}, status: async () => 'running' as const },
      writeStepTimeoutSeconds: 240,
      limits: ImportLimitsSchema.parse(limits),
      clock: { now: () => NOW },
      ids: timeOrderedIds,
    };
  }

  static async of(
    file: string | Uint8Array,
    limits: Record<string, number> = {},
    table: PublishedTable = voucim(),
  ): Promise<MemoryWorkflow> {
    const key = `uploads/${table.prefix}/a.csv`;
    const record: Import = {
      importId: 'X',
      prefix: table.prefix,
      fileName: 'a.csv',
      source: { bucket: 'data', key, versionId: 'v1' },
      status: 'running',
      attempt: 1,
      fence: 3,
      createdAt: NOW.toISOString(),
      startedAt: NOW.toISOString(),
    };
    const workflow = new MemoryWorkflow(limits, record, table);
    await workflow.store.put(key, file);
    return workflow;
  }

  /** Another call takes the CRM table: the import has an older fence from now on. */
  loseTable(): void {
    this.#record = { ...this.#record, fence: this.#record.fence + 1 };
  }

  cancel(): Promise<void> {
    return this.store.put(cancelFlagKey(this.input), '{}');
  }

  /** The stored result of a step, e.g. `scan/0.json`; undefined without one. */
  async result(name: string): Promise<unknown> {
    const key = `work/${this.input.prefix}/${this.input.importId}/${name}`;
    return (await this.store.head(key)) && JSON.parse(Buffer.from(await this.store.read(key)).toString());
  }

  /** Runs the definition up to a function, and returns the input that it would be called with first. */
  async runUpTo<Input>(name: string): Promise<Input> {
    let found: unknown;
    const call = async (each: string, input: unknown) => {
      if (each !== name) return callStep(this.services, each, input);
      found ??= input;
      throw new Stopped();
    };
    await runDefinition(this.input, call, 1).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
    if (found === undefined) throw new Error(`The workflow does not come to ${name}.`);
    this.reports.length = 0;
    return found as Input;
  }

  #imports(): ImportRepository {
    const free = {
      fence: 3,
      importId: undefined,
      drainsUntil: undefined,
      lastEndedAt: undefined,
      lastWriter: undefined,
    };
    const imports: Partial<ImportRepository> = {
      find: async () => this.#record,
      readLease: async () => free,
      nextInQueue: async () => undefined,
      reportProgress: async (_, fence, { startedAt, ...stage }) => {
        if (fence !== this.#record.fence) throw new StaleFence();
        this.reports.push(stage);
      },
      end: async (_, outcome) => {
        this.outcome = outcome;
        return 'ended';
      },
    };
    return imports as ImportRepository;
  }
}
