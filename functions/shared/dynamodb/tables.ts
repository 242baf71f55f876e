import { SLOT_COUNT } from '../domain/slot-count.ts';

export interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projection: 'ALL' | 'KEYS_ONLY';
}

/** The keys of a table, all strings: the stacks deploy them and the tests create them. */
export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly timeToLiveAttribute?: string;
  readonly indexes: readonly IndexShape[];
}

/** Accounts, campaigns, CRM tables, imports and their queues: everything small. */
export const CONTROL_TABLE_SHAPE: TableShape = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'ttl',
  indexes: [{ name: 'GSI1', partitionKey: 'GSI1PK', sortKey: 'GSI1SK', projection: 'ALL' }],
};

function slotIndex(slot: number): IndexShape {
  return {
    name: `slot${slot}`,
    partitionKey: `slot${slot}`,
    sortKey: `slot${slot}Value`,
    projection: 'KEYS_ONLY',
  };
}

export const CUSTOMERS_TABLE_SHAPE: TableShape = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'ttl',
  indexes: Array.from({ length: SLOT_COUNT }, (_, index) => slotIndex(index + 1)),
};
