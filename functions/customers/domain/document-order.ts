import { createHash } from 'node:crypto';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { shardOf } from './shard.ts';

/** The folder of a customer's documents, in the bucket and in the keys of items. It has no Customer ID, which may be personal data. */
export interface DocumentFolder {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly shard: number;
  /** The beginning of a hash of the Customer ID, in hexadecimal digits. */
  readonly customer: string;
}

const HASH_DIGITS = 32;

export function documentFolder(
  { accountPrefix, prefix, shardCount }: Pick<PublishedTable, 'accountPrefix' | 'prefix' | 'shardCount'>,
  customerId: string,
): DocumentFolder {
  const customer = createHash('sha256').update(customerId).digest('hex').slice(0, HASH_DIGITS);
  return { accountPrefix, prefix, shard: shardOf(customerId, shardCount), customer };
}

/** An order to remove uploads with their files, from a time on. */
export interface DocumentOrder extends DocumentFolder {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  /** The uploads to remove; absent for all that the customer had up to a version. */
  readonly uploads?: readonly string[] | undefined;
  /** Of the customer; its uploads up to it are removed. */
  readonly upToVersion?: number | undefined;
  /** Whether an upload stays that is a version of a document. */
  readonly keepsStored?: boolean | undefined;
}
