import { isIndexed } from '../../crm-tables/index.ts';
import type { SingleWriter } from '../../search/index.ts';
import type { BulkJob } from '../domain/bulk-job.ts';
import type { ValuesBefore } from '../domain/customer-fields.ts';
import { singlesOfInsert, singlesOfUpdate } from '../domain/import-singles.ts';
import { inFlight } from '../domain/in-flight.ts';
import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import type { IdRange, RangeSample } from '../domain/read-method.ts';
import { shardOf } from '../domain/shard.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import type { CustomerStore, ShouldContinue, WriteReply } from '../ports.ts';
import { type CustomerItem, CustomerLayout, type OriginAttributes, originOf, shardKey } from './customer-item.ts';
import { insertBatch } from './insert-batch.ts';
import { itemBytes } from './item-size.ts';
import { batchGet, queryShard, sampleShard, type TableReader } from './read-customers.ts';
import { insertStatement, replaceInput, updateInput, writeItem } from './write-item.ts';

/** DynamoDB's limit for one BatchGetItem. */
const KEYS_PER_GET = 100;

export class DynamoCustomerStore implements CustomerStore {
  readonly #table: TableReader;
  readonly #job: BulkJob;
  readonly #origin: OriginAttributes;
  readonly #layout: CustomerLayout;
  readonly #readsInFlight: number;
  readonly #singles: SingleWriter;
  /** A single entry is written before its customer: an entry without one is harmless. */
  readonly #writesSingles: boolean;

  constructor(table: TableReader, singles: SingleWriter, job: BulkJob, readsInFlight: number) {
    this.#table = table;
    this.#job = job;
    this.#origin = originOf(job);
    this.#layout = new CustomerLayout(job, this.#origin);
    this.#readsInFlight = readsInFlight;
    this.#singles = singles;
    this.#writesSingles = job.search === 'singles' && job.columns.some(isIndexed);
  }

  itemBytes(customer: PreparedCustomer): number {
    return itemBytes(this.#layout.item(customer));
  }

  async insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]> {
    const { calls, backOff, tableName } = this.#table;
    if (this.#writesSingles) {
      await this.#singles.write(customers.flatMap((customer) => singlesOfInsert(this.#job, customer)));
    }
    const statements = customers.map((customer) => insertStatement(tableName, this.#layout, customer));
    return insertBatch(calls, backOff, statements);
  }

  async replace(customer: PreparedCustomer, version: number): Promise<WriteReply> {
    const { calls, backOff, tableName } = this.#table;
    if (this.#writesSingles) await this.#singles.write(singlesOfInsert(this.#job, customer));
    const input = replaceInput(tableName, this.#layout, this.#origin, customer, version);
    return writeItem(backOff, () => calls.putItem(input));
  }

  async update(customer: PreparedCustomer, version: number, before?: ValuesBefore): Promise<WriteReply> {
    const { calls, backOff, tableName } = this.#table;
    if (this.#writesSingles) await this.#singles.write(singlesOfUpdate(this.#job, customer, before));
    const input = updateInput(tableName, this.#layout, this.#origin, customer, version);
    return writeItem(backOff, () => calls.updateItem(input));
  }

  async getMany(
    customerIds: readonly string[],
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue: ShouldContinue = () => true,
  ): Promise<void> {
    let next = 0;
    await inFlight(this.#readsInFlight, async (stopped) => {
      while (next < customerIds.length && !stopped() && shouldContinue()) {
        const ids = customerIds.slice(next, next + KEYS_PER_GET);
        next += ids.length;
        await batchGet(this.#table, this.#layout, ids, consistent, (item) => each(this.#layout.stored(item)));
      }
    });
  }

  async readRange(
    range: IdRange,
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue: ShouldContinue = () => true,
  ): Promise<void> {
    const { prefix, shardCount } = this.#job.table;
    let next = 0;
    await inFlight(Math.min(this.#readsInFlight, shardCount), async (stopped) => {
      while (next < shardCount && !stopped() && shouldContinue()) {
        const shard = shardKey(prefix, next);
        next += 1;
        const take = (item: CustomerItem) => each(this.#layout.stored(item));
        await queryShard(this.#table, this.#layout, shard, range, consistent, take, shouldContinue);
      }
    });
  }

  sampleRange(range: IdRange, limit: number): Promise<RangeSample> {
    const { prefix, shardCount } = this.#job.table;
    return sampleShard(this.#table, shardKey(prefix, shardOf(range.highestId, shardCount)), range, limit);
  }
}
