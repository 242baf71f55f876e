import type { TransactWriteItem, Update } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { checkItem, type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import type { List } from '../../shared/dynamodb/query.ts';
import type { Import } from '../domain/import.ts';
import type { Lease } from '../domain/lifecycle/lease.ts';
import type { HeldTable } from '../ports.ts';
import { IMPORT_INDEX_PARTITIONS } from './partitions.ts';
import { queuePartition } from './queue-item.ts';

/** The import that may write to a CRM table: the item has `importId` while the lease is held or drains. */
export const leaseKey = (tablePrefix: string): ControlKey => ({ PK: queuePartition(tablePrefix), SK: 'LEASE' });

/** Reads the grant time and the CRM table from a position in the index. */
const readPosition = (position: string): HeldTable => {
  const border = position.lastIndexOf('#');
  return { prefix: position.slice(border + 1), since: position.slice(0, border) };
};

export const heldLeases = (table: string): List => ({
  table,
  partition: IMPORT_INDEX_PARTITIONS.leases,
  sortPrefix: '',
  inIndex: { keyOf: (position) => leaseKey(readPosition(position).prefix) },
  attributes: [],
});

const LeaseSchema = z.object({
  importId: z.string().optional(),
  fence: z.int().min(0).default(0),
  drainsUntil: z.string().optional(),
  lastEndedAt: z.string().optional(),
  writerId: z.string().optional(),
  writerFence: z.int().min(1).optional(),
  closedBy: z.string().optional(),
});

/** A table that was never imported into has no lease item. */
export function fromLeaseItem(item: Item | undefined): Lease {
  const { importId, fence, drainsUntil, lastEndedAt, writerId, writerFence, closedBy } = readItem(
    LeaseSchema,
    item ?? {},
  );
  const lastWriter =
    writerId === undefined || writerFence === undefined ? undefined : { importId: writerId, fence: writerFence };
  return { importId, fence, drainsUntil, lastEndedAt, lastWriter, ...(closedBy !== undefined && { closedBy }) };
}

const HeldSchema = z.object({ GSI1SK: z.string() });

export const fromHeldLeaseItem = (item: Item): HeldTable => readPosition(readItem(HeldSchema, item).GSI1SK);

export const requireFreeLease = <R>(tablePrefix: string, rejection: R): GuardedWrite<R> =>
  checkItem(leaseKey(tablePrefix), { ConditionExpression: 'attribute_not_exists(importId)' }, rejection);

/** No import of the CRM table is granted the lease any more. Rejected while one holds it. */
export function closeQueue<R>(tablePrefix: string, jobId: string, rejection: R): GuardedWrite<R> {
  const close = {
    UpdateExpression: 'SET closedBy = :job',
    ConditionExpression: 'attribute_not_exists(importId) AND attribute_not_exists(closedBy)',
    ExpressionAttributeValues: toItem({ ':job': jobId }),
  };
  return updateItem(leaseKey(tablePrefix), close, rejection);
}

/** The opposite of `closeQueue`. */
export const reopenQueue = <R>(tablePrefix: string, rejection: R): GuardedWrite<R> =>
  updateItem(leaseKey(tablePrefix), { UpdateExpression: 'REMOVE closedBy' }, rejection);

/** Grants a lease that is free, or that drains from an earlier attempt of the same import. */
export function grantLease(
  TableName: string,
  { importId, prefix }: Pick<Import, 'importId' | 'prefix'>,
  { fence }: Pick<Lease, 'fence'>,
  grantedAt: string,
): TransactWriteItem {
  // A queued import does not run: a lease that names it drains from its earlier attempt.
  const isOpen = 'attribute_not_exists(importId) OR importId = :id';
  return {
    Update: {
      TableName,
      Key: toItem({ ...leaseKey(prefix) }),
      UpdateExpression: 'SET importId = :id, fence = :fence, GSI1PK = :leases, GSI1SK = :listed REMOVE drainsUntil',
      ConditionExpression: `(${isOpen}) AND (attribute_not_exists(fence) OR fence = :before) AND attribute_not_exists(closedBy)`,
      ExpressionAttributeValues: toItem({
        ':id': importId,
        ':fence': fence + 1,
        ':before': fence,
        ':leases': IMPORT_INDEX_PARTITIONS.leases,
        ':listed': `${grantedAt}#${prefix}`,
      }),
    },
  };
}

export interface LeaseEnd {
  readonly endedAt: string;
  /** The lease drains until this time; without it, the lease is free at once. */
  readonly drainsUntil: string | undefined;
  /** Whether the import may have written customers. */
  readonly mayHaveWritten: boolean;
}

export function endLease(
  TableName: string,
  { importId, prefix, fence }: Pick<Import, 'importId' | 'prefix' | 'fence'>,
  { endedAt, drainsUntil, mayHaveWritten }: LeaseEnd,
): TransactWriteItem {
  const sets = [
    'lastEndedAt = :ended',
    ...(drainsUntil === undefined ? [] : ['drainsUntil = :ended']),
    ...(mayHaveWritten ? ['writerId = :id', 'writerFence = :fence'] : []),
  ];
  const removes = drainsUntil === undefined ? ' REMOVE importId, GSI1PK, GSI1SK' : '';
  return {
    Update: {
      TableName,
      Key: toItem({ ...leaseKey(prefix) }),
      UpdateExpression: `SET ${sets.join(', ')}${removes}`,
      // Without the fence a worker of an earlier attempt could end a later one.
      ConditionExpression: 'importId = :id AND fence = :fence',
      ExpressionAttributeValues: toItem({ ':id': importId, ':fence': fence, ':ended': drainsUntil ?? endedAt }),
    },
  };
}

/** Frees a lease whose drain is over at `now`, unless the table was granted again since `fence`. */
export function freeDrainedLease(TableName: string, tablePrefix: string, fence: number, now: string): Update {
  return {
    TableName,
    Key: toItem({ ...leaseKey(tablePrefix) }),
    UpdateExpression: 'REMOVE importId, drainsUntil, GSI1PK, GSI1SK',
    ConditionExpression: 'fence = :fence AND drainsUntil <= :now',
    ExpressionAttributeValues: toItem({ ':fence': fence, ':now': now }),
  };
}
