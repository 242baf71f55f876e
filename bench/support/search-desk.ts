import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { deskStores } from '../../functions/customers/container.ts';
import { createCustomersClient } from '../../functions/customers/index.ts';
import type { Caller } from '../../functions/shared/domain/caller.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { ROLES } from '../../functions/shared/domain/roles.ts';
import { Meter } from '../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../functions/shared/metering/meter-dynamo.ts';
import { CONTROL_TABLE, CUSTOMERS_TABLE, type DynamoEngine, SEARCH_TABLE } from './dynamo-engine.ts';
import { BENCH_CREDENTIALS } from './open-store.ts';

const TABLES = { customers: CUSTOMERS_TABLE, search: SEARCH_TABLE, control: CONTROL_TABLE };

export const AGENT: Caller = {
  userId: 'bench',
  grants: [{ role: 'agent', name: 'Agent', permissions: ROLES.agent, accounts: 'all', fieldRules: [] }],
};

export const clientOf = ({ endpoint }: DynamoEngine): DynamoDBClient =>
  createCustomersClient({ endpoint, region: 'eu-west-1', credentials: BENCH_CREDENTIALS });

/**
 * What the use cases of a search and of an edit need, on one client. The published CRM table is in memory, and a search
 * with further pages is not stored: every request reads the one, and few searches write the other.
 */
export function deskPorts(client: DynamoDBClient, table: PublishedTable) {
  return {
    ...deskStores(TABLES, client),
    tables: {
      readPublished: async () => ({ status: 'published' as const, table }),
      readVersion: async () => table,
    },
    openSearches: { save: async () => 'next', find: async () => undefined },
    clock: systemClock,
    ids: timeOrderedIds,
  };
}

/** The same with one meter for each purpose of a call. */
export function meteredDesk(engine: DynamoEngine, table: PublishedTable) {
  const meters = { lookup: new Meter(), hits: new Meter(), singles: new Meter() };
  const metered = (meter: Meter) => deskPorts(meterDynamo(clientOf(engine), meter), table);
  const lookup = metered(meters.lookup);
  const { readMany } = metered(meters.hits).records;
  const { singles } = metered(meters.singles);
  return { meters, ports: { ...lookup, records: { ...lookup.records, readMany }, singles } };
}
