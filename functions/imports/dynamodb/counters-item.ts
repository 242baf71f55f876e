import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { TableCounts } from '../ports.ts';
import { queuePartition } from './queue-item.ts';

/** The number and the bytes of the customers that a table's imports have added: for estimates only. */
export const countersKey = (tablePrefix: string): ControlKey => ({ PK: queuePartition(tablePrefix), SK: 'COUNTERS' });

/** Written in one transaction with the end of an import, so that a repeated end is counted once. */
export function addToCounters(
  TableName: string,
  tablePrefix: string,
  { customers, itemBytes }: TableCounts,
): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: toItem({ ...countersKey(tablePrefix) }),
      UpdateExpression: 'ADD customers :customers, bytes :bytes',
      ExpressionAttributeValues: toItem({ ':customers': customers, ':bytes': customers * itemBytes }),
    },
  };
}

const CountersItemSchema = z.object({ customers: z.int().default(0), bytes: z.number().default(0) });

export function fromCountersItem(item: Item | undefined): TableCounts {
  const { customers, bytes } = readItem(CountersItemSchema, item ?? {});
  return { customers, itemBytes: customers > 0 ? bytes / customers : 0 };
}
