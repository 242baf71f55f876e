import { singlesOfInsert, singlesOfUpdate } from '../../functions/customers/domain/import-singles.ts';
import type { PreparedCustomer } from '../../functions/customers/domain/prepared-customer.ts';
import { shardOf } from '../../functions/customers/domain/shard.ts';
import type { StoredCustomer } from '../../functions/customers/domain/stored-customer.ts';
import type { BulkJob, Customers } from '../../functions/customers/index.ts';
import type { CustomerStore, CustomerValues, WriteReply } from '../../functions/customers/ports.ts';
import { CustomerBulk } from '../../functions/customers/use-cases/customer-bulk.ts';
import { DryRunStore } from '../../functions/customers/use-cases/dry-run-store.ts';
import type { SingleWriter } from '../../functions/search/index.ts';

/** A customer in memory; `values` by field code, blank ones left out. */
export interface MemoryCustomer {
  readonly version: number;
  readonly importId: string | undefined;
  /** Absent on a customer that was stored before customers carried a fence. */
  readonly fence?: number;
  readonly deletedAt: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** The customers of one CRM table in memory, with the conditions of the real one. */
export class MemoryCustomers implements Customers {
  readonly rows = new Map<string, MemoryCustomer>();
  /** As in the CRM table that the test publishes. */
  shardCount = 16;
  /** How many conditional writes took effect. */
  writes = 0;
  /** Where a job writes its single entries; nowhere by default. */
  singles: SingleWriter = { write: async () => {} };
  /** Called before each write and read by ID, so that a test can change the table in between. */
  interfere: (action: 'insert' | 'replace' | 'update' | 'get', customerIds: readonly string[]) => void = () => {};

  async isEmpty(): Promise<boolean> {
    return this.rows.size === 0;
  }

  /** One customer a page. */
  async *readShard(
    _table: unknown,
    shard: number,
    codes: readonly string[],
  ): AsyncGenerator<readonly CustomerValues[]> {
    for (const [customerId, { deletedAt, values }] of this.rows) {
      if (deletedAt !== undefined || shardOf(customerId, this.shardCount) !== shard) continue;
      yield [{ customerId, values: Object.fromEntries(codes.map((code) => [code, values[code]])) }];
    }
  }

  bulk(job: BulkJob): CustomerBulk {
    const store = this.store(job);
    return new CustomerBulk(job, job.dryRun ? new DryRunStore(store, job.fence) : store, {
      batchesInFlight: 3,
      updatesInFlight: 5,
    });
  }

  store(job: BulkJob): CustomerStore {
    return {
      itemBytes: ({ cells }) => cells.reduce((bytes, cell) => bytes + Buffer.byteLength(cell), 0),
      insert: async (customers) => {
        if (job.search === 'singles') {
          await this.singles.write(customers.flatMap((customer) => singlesOfInsert(job, customer)));
        }
        this.interfere('insert', customers.map(idOf));
        return customers.map((customer) => this.#write(job, customer, this.rows.has(customer.customerId), 1, {}));
      },
      replace: async (customer, version) => {
        if (job.search === 'singles') await this.singles.write(singlesOfInsert(job, customer));
        this.interfere('replace', [customer.customerId]);
        const found = this.rows.get(customer.customerId);
        const isOther = !isWritable(job, found, version) || found?.deletedAt === undefined;
        return this.#write(job, customer, isOther, version + 1, {});
      },
      update: async (customer, version, before) => {
        if (job.search === 'singles') await this.singles.write(singlesOfUpdate(job, customer, before));
        this.interfere('update', [customer.customerId]);
        const found = this.rows.get(customer.customerId);
        return this.#write(job, customer, !isWritable(job, found, version), version + 1, found?.values ?? {});
      },
      getMany: async (customerIds, _consistent, each) => {
        this.interfere('get', customerIds);
        for (const id of customerIds) this.#show(job, id, each);
      },
      readRange: async ({ highestId, lowestId }, _consistent, each) => {
        for (const id of this.rows.keys())
          if (compare(id, highestId) <= 0 && compare(id, lowestId) >= 0) this.#show(job, id, each);
      },
      sampleRange: async () => ({ rows: this.rows.size, lowestId: undefined, itemBytes: 100 }),
    };
  }

  #write(
    job: BulkJob,
    customer: PreparedCustomer,
    isOther: boolean,
    version: number,
    old: Record<string, string>,
  ): WriteReply {
    if (isOther) return 'condition-failed';
    const values = { ...old };
    for (const [index, { code }] of job.columns.entries()) {
      const cell = customer.cells[index] ?? '';
      if (cell !== '') values[code] = cell;
      else if (job.blank === 'clear') delete values[code];
    }
    this.rows.set(customer.customerId, {
      version,
      importId: job.importId,
      fence: job.fence,
      deletedAt: undefined,
      values,
    });
    this.writes += 1;
    return 'written';
  }

  #show(job: BulkJob, customerId: string, each: (stored: StoredCustomer) => void): void {
    const found = this.rows.get(customerId);
    if (!found) return;
    const { version, importId, fence = 0, deletedAt, values } = found;
    each({ customerId, version, importId, fence, deletedAt, cells: job.columns.map(({ code }) => values[code] ?? '') });
  }
}

function isWritable({ fence }: BulkJob, found: MemoryCustomer | undefined, version: number): boolean {
  return found?.version === version && (found.fence ?? 0) <= fence;
}

function idOf({ customerId }: PreparedCustomer): string {
  return customerId;
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
