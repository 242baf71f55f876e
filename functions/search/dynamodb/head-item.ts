import * as z from 'zod';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import { IndexProgressSchema, type SearchHead } from '../domain/head.ts';
import { SEARCH_INDEX_PARTITIONS, SEARCH_PARTITIONS } from './partitions.ts';

export const searchHeadKey = (tablePrefix: string): ControlKey => ({
  PK: `${SEARCH_PARTITIONS.heads}${tablePrefix}`,
  SK: 'HEAD',
});

const strings = z
  .set(z.string())
  .default(new Set<string>())
  .transform((set) => [...set]);

const HeadSchema = z.object({
  sequence: z.int().default(0),
  live: z.int().optional(),
  liveStartedAt: z.string().optional(),
  flippedAt: z.string().optional(),
  customers: z.int().optional(),
  entries: z.int().optional(),
  singles: z.int().default(0),
  unindexed: strings,
  marks: strings,
  wanted: z.int().optional(),
  wantedAt: z.string().optional(),
  changedIn: z.int().default(0),
  cleaned: z.int().default(0),
  cleanDue: z.int().optional(),
  job: jsonOf(z.object({ id: z.string(), attempt: z.int(), startedAt: z.string() })).optional(),
  progress: jsonOf(IndexProgressSchema).optional(),
});

/** A table that was never indexed again has no item. */
export function fromHeadItem(item: Item | undefined): SearchHead {
  const {
    live,
    liveStartedAt,
    flippedAt,
    customers,
    entries,
    wanted,
    wantedAt,
    cleanDue,
    job,
    progress,
    unindexed,
    ...always
  } = readItem(HeadSchema, item ?? {});
  return {
    ...always,
    missing: unindexed,
    live,
    liveStartedAt,
    flippedAt,
    customers,
    entries,
    wanted,
    wantedAt,
    cleanDue,
    job,
    progress,
  };
}

/** A head with something due is in the index. */
export const DUE = 'GSI1PK = :due, GSI1SK = :prefix';

export const dueValues = (tablePrefix: string): Item =>
  toItem({ ':due': SEARCH_INDEX_PARTITIONS.due, ':prefix': tablePrefix });

/**
 * For the publication of a version that changes which values are searchable: the table needs a new generation.
 * @param missing the fields whose older values are not in the index
 */
export function requireGeneration<R>(
  { prefix, version, publishedAt }: { readonly prefix: string; readonly version: number; readonly publishedAt: string },
  missing: readonly string[],
  rejection: R,
): GuardedWrite<R> {
  const isAnyMissing = missing.length > 0;
  const elements = new Set(missing.map((code) => `${code}#${version}`));
  const update = {
    UpdateExpression: `SET wanted = :version, wantedAt = :at, changedIn = :version, ${DUE}${isAnyMissing ? ' ADD unindexed :missing' : ''}`,
    ExpressionAttributeValues: {
      ...dueValues(prefix),
      ...toItem({ ':version': version, ':at': publishedAt, ...(isAnyMissing && { ':missing': elements }) }),
    },
  };
  return updateItem(searchHeadKey(prefix), update, rejection);
}
