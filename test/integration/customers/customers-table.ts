import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { CustomerLayout, originOf } from '../../../functions/customers/dynamodb/customer-item.ts';
import { dynamoCalls } from '../../../functions/customers/dynamodb/dynamo-calls.ts';
import { DynamoCustomerStore } from '../../../functions/customers/dynamodb/dynamo-customer-store.ts';
import {
  type BulkJob,
  type Customers,
  customersIn,
  type PreparedCustomer,
} from '../../../functions/customers/index.ts';
import type { CustomerStore } from '../../../functions/customers/ports.ts';
import { bucketsOf, SPACES, singlePartition, singleWriter } from '../../../functions/search/index.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { BACK_OFF, BackOff } from '../../../functions/shared/dynamodb/back-off.ts';
import { Fates, prepared } from '../../support/bulk-job.ts';
import type { TestDynamo } from '../../support/dynamodb.ts';

type Item = Record<string, AttributeValue>;
export type Records = ReadonlyArray<readonly [id: string, ...cells: string[]]>;

/** The customers table of a test engine, with direct access for tests. */
export class CustomersTable {
  readonly customers: Customers;
  readonly #dynamo: TestDynamo;

  constructor(dynamo: TestDynamo) {
    this.#dynamo = dynamo;
    this.customers = customersIn({ customers: dynamo.customersTable, search: dynamo.searchTable }, dynamo.client, {
      batchesInFlight: 4,
      updatesInFlight: 8,
      readsInFlight: 4,
    });
  }

  /** The ports of the use case. */
  store(job: BulkJob): CustomerStore {
    const { client, customersTable, searchTable } = this.#dynamo;
    const backOff = new BackOff({ ...BACK_OFF, logger: { warn: () => {} } });
    const table = { calls: dynamoCalls(client), backOff, tableName: customersTable };
    return new DynamoCustomerStore(table, singleWriter(client, searchTable, backOff, systemClock), job, 4);
  }

  async insert(job: BulkJob, records: Records): Promise<Record<string, string>> {
    const bulk = this.customers.bulk(job);
    const fates = new Fates();
    await bulk.insert(
      records.map(([id, ...cells]) => prepared(bulk, 'insert', id, cells)),
      fates.onOutcome,
    );
    return fates.byId;
  }

  async update(job: BulkJob, records: Records, version: number): Promise<Record<string, string>> {
    const bulk = this.customers.bulk(job);
    const fates = new Fates();
    await bulk.update(
      records.map(([id, ...cells]) => ({ ...prepared(bulk, 'update', id, cells), version })),
      fates.onOutcome,
    );
    return fates.byId;
  }

  /** A customer's whole item. */
  async item(job: BulkJob, customerId: string): Promise<Item | undefined> {
    const Key = new CustomerLayout(job).key(customerId);
    const { Item } = await this.#dynamo.client.send(
      new GetItemCommand({ TableName: this.#dynamo.customersTable, Key, ConsistentRead: true }),
    );
    return Item;
  }

  /** Puts a customer as someone else would have: `change` replaces attributes, and removes those given as undefined. */
  async put(
    job: BulkJob,
    customer: PreparedCustomer,
    change: Record<string, AttributeValue | undefined>,
  ): Promise<void> {
    const item: Item = {};
    for (const [name, value] of Object.entries({
      ...new CustomerLayout(job, originOf(job)).item(customer),
      ...change,
    })) {
      if (value !== undefined) item[name] = value;
    }
    await this.#dynamo.client.send(new PutItemCommand({ TableName: this.#dynamo.customersTable, Item: item }));
  }

  async remove(job: BulkJob, customerId: string): Promise<void> {
    const Key = new CustomerLayout(job).key(customerId);
    await this.#dynamo.client.send(new DeleteItemCommand({ TableName: this.#dynamo.customersTable, Key }));
  }

  /** The single entries of a CRM table's search index: value, Customer ID and field code. */
  async singles({ table: { prefix } }: BulkJob): Promise<string[]> {
    const keys: string[] = [];
    for (const space of SPACES) {
      for (const bucket of bucketsOf(space)) {
        const { Items = [] } = await this.#dynamo.client.send(
          new QueryCommand({
            TableName: this.#dynamo.searchTable,
            KeyConditionExpression: 'PK = :partition',
            ExpressionAttributeValues: { ':partition': { S: singlePartition(prefix, space, bucket) } },
          }),
        );
        keys.push(...Items.map((item) => item.SK?.S?.split('\0').slice(0, 2).join(' ') ?? ''));
      }
    }
    return keys;
  }
}
