import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { Usage } from '../ports.ts';

/** The usage of all accounts is in one partition: an item is written when a document is attached or removed. */
export const DOCUMENT_USAGE = 'DOCUMENT-USAGE';

const UsageItemSchema = z.object({ bytes: z.int(), files: z.int() });

export const documentUsageKey = (accountPrefix: string): Item => toItem({ PK: DOCUMENT_USAGE, SK: accountPrefix });

export const fromUsageItem = (item: Item | undefined): Usage =>
  item ? readItem(UsageItemSchema, item) : { bytes: 0, files: 0 };

const NAMES = { '#bytes': 'bytes', '#files': 'files' };

/** Adds a file if it fits the quota. The condition is compared in the transaction, so that no two requests take the same room. */
export const addUsage = (
  TableName: string,
  accountPrefix: string,
  bytes: number,
  quotaBytes: number,
): TransactWriteItem => ({
  Update: {
    TableName,
    Key: documentUsageKey(accountPrefix),
    UpdateExpression: 'ADD #bytes :bytes, #files :one',
    ConditionExpression: bytes <= quotaBytes ? 'attribute_not_exists(PK) OR #bytes <= :room' : '#bytes <= :room',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: toItem({ ':bytes': bytes, ':one': 1, ':room': quotaBytes - bytes }),
  },
});

export const subtractUsage = (TableName: string, accountPrefix: string, bytes: number): TransactWriteItem => ({
  Update: {
    TableName,
    Key: documentUsageKey(accountPrefix),
    UpdateExpression: 'ADD #bytes :bytes, #files :one',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: toItem({ ':bytes': -bytes, ':one': -1 }),
  },
});
