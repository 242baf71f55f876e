import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../crm-tables/index.ts';
import {
  countedSingles,
  customerSearch,
  DynamoSearchHeads,
  indexReader,
  type SingleWriter,
  singleWriter,
} from '../search/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { BACK_OFF, BackOff } from '../shared/dynamodb/back-off.ts';
import { log } from '../shared/observability/logger.ts';
import type { BulkJob } from './domain/bulk-job.ts';
import { customerEvents } from './dynamodb/customer-events.ts';
import { customerHistory } from './dynamodb/customer-history.ts';
import { customerNotes } from './dynamodb/customer-notes.ts';
import { customerRecords } from './dynamodb/customer-records.ts';
import { dynamoCalls } from './dynamodb/dynamo-calls.ts';
import { DynamoCustomerStore } from './dynamodb/dynamo-customer-store.ts';
import { isTableEmpty, type TableReader } from './dynamodb/read-customers.ts';
import { readHistoryPage } from './dynamodb/read-history.ts';
import { readPage } from './dynamodb/read-pages.ts';
import { readShard } from './dynamodb/read-shard.ts';
import type { CustomerPages, CustomerValues } from './ports.ts';
import { type BulkSettings, CustomerBulk } from './use-cases/customer-bulk.ts';
import { DryRunStore } from './use-cases/dry-run-store.ts';

/** Names of tables. A job that writes single entries needs `search`. */
export interface CustomerTables {
  readonly customers: string;
  readonly search?: string;
}

const NO_WRITER: SingleWriter = {
  write: () => Promise.reject(new Error('This function writes no single entries of search indexes.')),
};

/** The customers of all CRM tables, for imports. */
export interface Customers {
  /** Whether a CRM table has no customer, not even a deleted one. Strongly consistent. */
  isEmpty(table: PublishedTable): Promise<boolean>;
  bulk(job: BulkJob): CustomerBulk;
  /** The customers of one shard, page by page, without deleted ones. Strongly consistent. @param codes of the fields to read */
  readShard(
    table: Pick<PublishedTable, 'prefix'>,
    shard: number,
    codes: readonly string[],
  ): AsyncIterable<readonly CustomerValues[]>;
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
  tables: CustomerTables,
  client: DynamoDBClient = createCustomersClient(),
  settings: CustomersSettings = CUSTOMERS_SETTINGS,
): Customers {
  const backOff = new BackOff({ ...BACK_OFF, logger: log });
  const table = { tableName: tables.customers, calls: dynamoCalls(client), backOff };
  const singles = tables.search === undefined ? NO_WRITER : singleWriter(client, tables.search, backOff, systemClock);
  return {
    readShard: ({ prefix }, shard, codes) => readShard(table, prefix, shard, codes),
    isEmpty: ({ prefix, shardCount }) => isTableEmpty(table, prefix, shardCount),
    bulk: (job) => {
      const store = new DynamoCustomerStore(table, singles, job, settings.readsInFlight);
      return new CustomerBulk(job, job.dryRun ? new DryRunStore(store, job.fence) : store, settings);
    },
  };
}

/** The pages of whole CRM tables, for counts and exports. */
export function customerPages(tableName: string, client: DynamoDBClient = createCustomersClient()): CustomerPages {
  const reader = { tableName, calls: dynamoCalls(client), backOff: new BackOff({ ...BACK_OFF, logger: log }) };
  return pagesOf(reader);
}

function pagesOf(reader: TableReader): CustomerPages {
  return {
    customers: ({ prefix }, page) => readPage(reader, prefix, page),
    changes: ({ prefix }, page) => readHistoryPage(reader, prefix, page),
  };
}

/** An API waits no longer than its caller: some two seconds in total. */
const API_BACK_OFF = { ...BACK_OFF, attempts: 6 };

/** Single customers, their history, their notes and the search, for the API. */
export function deskStores(tables: Required<CustomerTables> & { readonly control: string }, client: DynamoDBClient) {
  const backOff = new BackOff({ ...API_BACK_OFF, logger: log });
  const reader = { tableName: tables.customers, calls: dynamoCalls(client), backOff };
  const heads = new DynamoSearchHeads(client, tables.control);
  return {
    records: customerRecords(client, reader),
    pages: pagesOf(reader),
    history: customerHistory(client, tables.customers, backOff),
    notes: customerNotes(client, tables.customers),
    heads,
    search: customerSearch({ heads, reader: indexReader(client, tables.search) }),
    singles: countedSingles(singleWriter(client, tables.search, backOff, systemClock), heads),
  };
}

/** Single customers and events of their histories, for contexts with events of their own kind. */
export function customerAccess(client: DynamoDBClient, customersTable: string) {
  const backOff = new BackOff({ ...API_BACK_OFF, logger: log });
  return {
    records: customerRecords(client, { tableName: customersTable, calls: dynamoCalls(client), backOff }),
    events: customerEvents(client, customersTable),
  };
}
