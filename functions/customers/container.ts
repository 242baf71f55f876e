import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../crm-tables/index.ts';
import { log } from '../shared/observability/logger.ts';
import type { BulkJob } from './domain/bulk-job.ts';
import { BACK_OFF, BackOff } from './dynamodb/back-off.ts';
import { customerHistory } from './dynamodb/customer-history.ts';
import { customerRecords } from './dynamodb/customer-records.ts';
import { dynamoCalls } from './dynamodb/dynamo-calls.ts';
import { DynamoCustomerStore } from './dynamodb/dynamo-customer-store.ts';
import { isTableEmpty } from './dynamodb/read-customers.ts';
import { slotSearch } from './dynamodb/slot-search.ts';
import { type BulkSettings, CustomerBulk } from './use-cases/customer-bulk.ts';
import { DryRunStore } from './use-cases/dry-run-store.ts';

/** The customers of all CRM tables, for imports. */
export interface Customers {
  /** Whether a CRM table has no customer, not even a deleted one. Strongly consistent. */
  isEmpty(table: PublishedTable): Promise<boolean>;
  bulk(job: BulkJob): CustomerBulk;
}

export interface CustomersSettings extends BulkSettings {
  readonly readsInFlight: number;
}

/**
 * Eight batches use one partition's 1,000 writes a second at 200 ms a batch, and sixteen shards at 12 ms. An update is
 * one request for one row, so more updates have to be in flight.
 */
export const CUSTOMERS_SETTINGS: CustomersSettings = { batchesInFlight: 8, updatesInFlight: 32, readsInFlight: 8 };

/**
 * The client waits for a slow answer, since a second request would double the load, and has a connection for each
 * request that the settings allow. The writer waits when throttling lasts longer than the client's own retries.
 * @param change the connection, where it differs from the environment's
 */
export function createCustomersClient(
  change: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'> = {},
  settings: CustomersSettings = CUSTOMERS_SETTINGS,
): DynamoDBClient {
  const maxSockets = Math.max(settings.batchesInFlight, settings.updatesInFlight, settings.readsInFlight);
  const client = new DynamoDBClient({
    ...change,
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    },
  });
  // It copies every request and answer for a log that nothing reads, at nearly half the cost of reading a customer.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

export function customersIn(
  tableName: string,
  client: DynamoDBClient = createCustomersClient(),
  settings: CustomersSettings = CUSTOMERS_SETTINGS,
): Customers {
  const table = {
    tableName,
    calls: dynamoCalls(client),
    backOff: new BackOff({ ...BACK_OFF, logger: log }),
  };
  return {
    isEmpty: ({ prefix, shardCount }) => isTableEmpty(table, prefix, shardCount),
    bulk: (job) => {
      const store = new DynamoCustomerStore(table, job, settings.readsInFlight);
      return new CustomerBulk(job, job.dryRun ? new DryRunStore(store, job.fence) : store, settings);
    },
  };
}

/** An API waits no longer than its caller: some two seconds in total. */
const API_BACK_OFF = { ...BACK_OFF, attempts: 6 };

/** Single customers, their history and the search, for the API. */
export function deskStores(tableName: string, client: DynamoDBClient) {
  const backOff = new BackOff({ ...API_BACK_OFF, logger: log });
  const reader = { tableName, calls: dynamoCalls(client), backOff };
  return {
    records: customerRecords(client, reader),
    history: customerHistory(client, tableName, backOff),
    search: slotSearch(reader),
  };
}
