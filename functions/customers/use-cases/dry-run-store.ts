import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import type { IdRange, RangeSample } from '../domain/read-method.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import type { CustomerStore, WriteReply } from '../ports.ts';

/** Reads what each write's condition checks, returns the reply that the write would have, and writes nothing. */
export class DryRunStore implements CustomerStore {
  readonly #store: CustomerStore;
  readonly #fence: number;

  constructor(store: CustomerStore, fence: number) {
    this.#store = store;
    this.#fence = fence;
  }

  async insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]> {
    const found = await this.#find(customers);
    return customers.map(({ customerId }) => (found.has(customerId) ? 'condition-failed' : 'written'));
  }

  async replace(customer: PreparedCustomer, version: number): Promise<WriteReply> {
    const found = await this.#findWritable(customer, version);
    return found?.deletedAt === undefined ? 'condition-failed' : 'written';
  }

  async update(customer: PreparedCustomer, version: number): Promise<WriteReply> {
    return (await this.#findWritable(customer, version)) ? 'written' : 'condition-failed';
  }

  itemBytes(customer: PreparedCustomer): number {
    return this.#store.itemBytes(customer);
  }

  getMany(...args: Parameters<CustomerStore['getMany']>): Promise<void> {
    return this.#store.getMany(...args);
  }

  readRange(...args: Parameters<CustomerStore['readRange']>): Promise<void> {
    return this.#store.readRange(...args);
  }

  sampleRange(range: IdRange, limit: number): Promise<RangeSample> {
    return this.#store.sampleRange(range, limit);
  }

  /** The stored customer, if it has this version and a fence that is not above the job's. */
  async #findWritable(customer: PreparedCustomer, version: number): Promise<StoredCustomer | undefined> {
    const found = (await this.#find([customer])).get(customer.customerId);
    return found?.version === version && found.fence <= this.#fence ? found : undefined;
  }

  async #find(customers: readonly PreparedCustomer[]): Promise<ReadonlyMap<string, StoredCustomer>> {
    const found = new Map<string, StoredCustomer>();
    const ids = customers.map(({ customerId }) => customerId);
    await this.#store.getMany(ids, true, (stored) => found.set(stored.customerId, stored));
    return found;
  }
}
