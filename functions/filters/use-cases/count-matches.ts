import { CUSTOMER_ID_CODE, requirePublished } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { type Conditions, fieldsOf } from '../domain/filter.ts';
import { matcherOf } from '../domain/matches.ts';
import type { CountPorts } from '../ports.ts';
import { checkConditions } from './filter-use-cases.ts';

/** What one request reads at most, as DynamoDB counts it: its own limit for one page. */
const BYTES_PER_REQUEST = 1_048_576;
/** A table of many small shards must not take a request for each of them in turn. */
const REQUESTS_AT_MOST = 256;

/** Where a count goes on: in a shard, after a Customer ID; without one at its beginning. */
export interface CountPosition {
  readonly shard: number;
  readonly after: string | undefined;
}

export interface PartialCount {
  /** The number of customers read by this request that fulfil the conditions. */
  readonly matching: number;
  readonly read: number;
  /** Absent when the whole table is counted. */
  readonly next?: CountPosition;
}

/**
 * Counts the customers that fulfil conditions, in at most 1 MB of the table from a position on.
 * @throws DomainError `crm-table.*`, `filter.invalid`
 */
export async function countMatches(
  ports: CountPorts,
  prefix: string,
  all: Conditions,
  from: CountPosition,
  caller: Pick<Caller, 'grants'>,
): Promise<PartialCount> {
  const table = await requirePublished(ports, prefix);
  checkConditions(caller, table, all);
  const isMatch = matcherOf(table, all);
  const codes = [...fieldsOf(all)].filter((code) => code !== CUSTOMER_ID_CODE);
  let { shard, after } = from;
  let [matching, read, items, bytes] = [0, 0, 0, 0];
  for (let request = 0; shard < table.shardCount; request += 1) {
    if (bytes >= BYTES_PER_REQUEST || request === REQUESTS_AT_MOST) return { matching, read, next: { shard, after } };
    const page = await ports.pages.customers(table, { shard, after, codes, limit: limitOf(items, bytes) });
    matching += page.customers.filter(isMatch).length;
    read += page.customers.length;
    items += page.read;
    bytes += page.bytes;
    after = page.next;
    if (after === undefined) shard += 1;
  }
  return { matching, read };
}

/** How many more items fit, by the mean of those that were read; undefined before any was. */
function limitOf(items: number, bytes: number): number | undefined {
  return items === 0 || bytes === 0
    ? undefined
    : Math.max(1, Math.floor(((BYTES_PER_REQUEST - bytes) * items) / bytes));
}
