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
  /** A table whose items can be made again from other items needs no point-in-time recovery. */
  readonly isDerived?: true;
  readonly indexes: readonly IndexShape[];
}

/** Accounts, campaigns, CRM tables, imports and their queues: everything small. */
export const CONTROL_TABLE_SHAPE: TableShape = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'ttl',
  indexes: [{ name: 'GSI1', partitionKey: 'GSI1PK', sortKey: 'GSI1SK', projection: 'ALL' }],
};

/** The search index: blocks and single entries, which are made from the customers. */
export const SEARCH_TABLE_SHAPE: TableShape = { partitionKey: 'PK', sortKey: 'SK', isDerived: true, indexes: [] };

export const CUSTOMERS_TABLE_SHAPE: TableShape = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'ttl',
  indexes: [],
};
