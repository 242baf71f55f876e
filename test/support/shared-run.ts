import type { BulkJob, Outcome, PreparedCustomer, PreparedUpdate } from '../../functions/customers/index.ts';
import type { CustomerStore, WriteReply } from '../../functions/customers/ports.ts';
import { CustomerBulk } from '../../functions/customers/use-cases/customer-bulk.ts';
import { prepared } from './bulk-job.ts';
import { Interleaving } from './interleaving.ts';
import type { MemoryCustomer } from './memory-customers.ts';
import { type Cells, DELETED_AT, type DeskAction, type GivenImport, type Worker } from './two-imports.ts';

/** A CRM table that two imports write to. */
export interface SharedTable {
  store(job: BulkJob): CustomerStore;
  read(customerId: string): Promise<MemoryCustomer | undefined>;
  /** Writes like a client other than an import; undefined removes the customer. */
  put(customerId: string, customer: MemoryCustomer | undefined): Promise<void>;
}

type Entry =
  | {
      readonly kind: 'write';
      readonly worker: Worker;
      readonly customerId: string;
      readonly before: MemoryCustomer | undefined;
      readonly after: MemoryCustomer | undefined;
    }
  | {
      readonly kind: 'outcome';
      readonly worker: Worker;
      readonly customerId: string;
      readonly outcome: Outcome['kind'];
    };

/** A chunk of an import: the fences that it read, and how it ended. */
export interface ChunkRun {
  readonly worker: Worker;
  readonly read: Map<string, number>;
  /** The error that ended it; undefined when it was done, or as long as it hangs. */
  error?: unknown;
}

/** The events in their order. */
export class Journal {
  readonly entries: Entry[] = [];
  readonly chunks: ChunkRun[] = [];

  /** The kinds of outcome that the import reported, by Customer ID. @throws Error when a record has two */
  outcomes(worker: Worker): Map<string, Outcome['kind']> {
    const found = new Map<string, Outcome['kind']>();
    for (const entry of this.entries) {
      if (entry.kind !== 'outcome' || entry.worker !== worker) continue;
      if (found.has(entry.customerId)) throw new Error(`${entry.customerId} has two outcomes`);
      found.set(entry.customerId, entry.outcome);
    }
    return found;
  }
}

/** Runs both imports and the desk on one table. */
export class SharedRun {
  readonly journal = new Journal();
  readonly interleaving = new Interleaving<Worker>();
  readonly #table: SharedTable;

  constructor(table: SharedTable) {
    this.#table = table;
  }

  /** Starts an import, its records in two chunks that run at once. The interleaving controls its progress. */
  start(worker: 'older' | 'newer', job: BulkJob, { records }: GivenImport): void {
    const chunks: Array<[string, Cells][]> = [[], []];
    for (const [index, record] of Object.entries(records)
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .entries()) {
      chunks[index % 2]?.push(record);
    }
    for (const chunk of chunks.filter(({ length }) => length > 0)) {
      const run: ChunkRun = { worker, read: new Map() };
      this.journal.chunks.push(run);
      this.#runChunk(run, job, chunk).catch((error: unknown) => {
        run.error = error;
      });
    }
  }

  /** Starts the desk, which does one thing after the other. */
  startDesk(actions: readonly DeskAction[]): void {
    void (async () => {
      for (const { kind, customerId } of actions) {
        await this.interleaving.call('desk', () => this.#note('desk', customerId, () => this.#act(kind, customerId)));
      }
    })();
  }

  async #act(kind: DeskAction['kind'], customerId: string): Promise<void> {
    const found = await this.#table.read(customerId);
    if (!found) return;
    const next = { ...found, version: found.version + 1 };
    const isLive = found.deletedAt === undefined;
    if (kind === 'expire' && !isLive) await this.#table.put(customerId, undefined);
    if (kind === 'edit' && isLive) await this.#table.put(customerId, { ...next, values: { P021: 'desk' } });
    if (kind === 'delete' && isLive) await this.#table.put(customerId, { ...next, deletedAt: DELETED_AT, values: {} });
  }

  /** Runs the stages on a chunk: compares, then inserts and updates the differences. */
  async #runChunk(run: ChunkRun, job: BulkJob, records: readonly (readonly [string, Cells])[]): Promise<void> {
    const bulk = new CustomerBulk(job, this.#watched(run, job), { batchesInFlight: 2, updatesInFlight: 2 });
    const report = ({ customerId }: { readonly customerId: string }, { kind: outcome }: Pick<Outcome, 'kind'>) => {
      this.journal.entries.push({ kind: 'outcome', worker: run.worker, customerId, outcome });
    };
    const drafts = records.map(([customerId, cells]) => ({ customerId, cells }));
    const { matches } = await bulk.match(drafts, { consistent: true });
    const found = drafts.map((draft, index) => ({ ...draft, match: matches[index] }));
    const inserts: PreparedCustomer[] = [];
    const updates: PreparedUpdate[] = [];
    for (const { customerId, cells, match } of found) {
      if (match?.kind === 'absent' && job.mode !== 'update-only') {
        inserts.push(prepared(bulk, 'insert', customerId, cells));
      } else if (match?.kind === 'different' && job.mode !== 'insert-only') {
        updates.push({ ...prepared(bulk, 'update', customerId, cells), version: match.version, before: match.before });
      } else report({ customerId }, { kind: match?.kind === 'absent' ? 'failed' : 'ignored' });
    }
    await Promise.all([bulk.insert(inserts, report), bulk.update(updates, report)]);
  }

  /** The table of a chunk: each row of a call is a separate call, and all calls are recorded. */
  #watched({ worker, read }: ChunkRun, job: BulkJob): CustomerStore {
    const store = this.#table.store(job);
    const write = (customerId: string, make: () => Promise<WriteReply>) =>
      this.interleaving.call(worker, () => this.#note(worker, customerId, make));
    const insertOne = async (customer: Parameters<CustomerStore['insert']>[0][number]) => {
      const [reply] = await store.insert([customer]);
      if (reply === undefined) throw new Error('An insert has no reply.');
      return reply;
    };
    return {
      itemBytes: (customer) => store.itemBytes(customer),
      sampleRange: (...range) => store.sampleRange(...range),
      readRange: () => Promise.reject(new Error('These chunks are read by ID.')),
      insert: (customers) => Promise.all(customers.map((each) => write(each.customerId, () => insertOne(each)))),
      replace: (customer, version) => write(customer.customerId, () => store.replace(customer, version)),
      update: (customer, version) => write(customer.customerId, () => store.update(customer, version)),
      getMany: async (customerIds, consistent, each) => {
        await Promise.all(
          customerIds.map(async (id) => {
            const found = await this.interleaving.call(worker, async () => {
              const rows: Parameters<typeof each>[0][] = [];
              await store.getMany([id], consistent, (stored) => rows.push(stored));
              return rows;
            });
            for (const stored of found) {
              read.set(id, stored.fence);
              each(stored);
            }
          }),
        );
      },
    };
  }

  /** Records the changes of a call. */
  async #note<T>(worker: Worker, customerId: string, make: () => Promise<T>): Promise<T> {
    const before = await this.#table.read(customerId);
    const reply = await make();
    const after = await this.#table.read(customerId);
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      this.journal.entries.push({ kind: 'write', worker, customerId, before, after });
    }
    return reply;
  }
}
