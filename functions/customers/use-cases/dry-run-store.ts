import type { PreparedCustomer } from '../domain/bulk-job.ts';
import type { IdRange, RangeSample } from '../domain/read-method.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import type { CustomerStore, WriteReply } from '../ports.ts';

/** Answers each write as the table would, by reading what the write's condition looks at, and writes nothing. */
export class DryRunStore implements CustomerStore {
  readonly #store: CustomerStore;

  constructor(store: CustomerStore) {
    this.#store = store;
  }

  async insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]> {
    const found = await this.#find(customers);
    return customers.map(({ customerId }) => (found.has(customerId) ? 'met-other' : 'written'));
  }

  async replace(customer: PreparedCustomer, version: number): Promise<WriteReply> {
    const found = (await this.#find([customer])).get(customer.customerId);
    return found?.version === version && found.deletedAt !== undefined ? 'written' : 'met-other';
  }

  async update(customer: PreparedCustomer, version: number): Promise<WriteReply> {
    const found = (await this.#find([customer])).get(customer.customerId);
    return found?.version === version ? 'written' : 'met-other';
  }

  itemBytes(customer: PreparedCustomer): number {
    return this.#store.itemBytes(customer);
  }

  getMany(...reading: Parameters<CustomerStore['getMany']>): Promise<void> {
    return this.#store.getMany(...reading);
  }

  readRange(...reading: Parameters<CustomerStore['readRange']>): Promise<void> {
    return this.#store.readRange(...reading);
  }

  sampleRange(range: IdRange, limit: number): Promise<RangeSample> {
    return this.#store.sampleRange(range, limit);
  }

  async #find(customers: readonly PreparedCustomer[]): Promise<ReadonlyMap<string, StoredCustomer>> {
    const found = new Map<string, StoredCustomer>();
    const ids = customers.map(({ customerId }) => customerId);
    await this.#store.getMany(ids, true, (stored) => found.set(stored.customerId, stored));
    return found;
  }
}
