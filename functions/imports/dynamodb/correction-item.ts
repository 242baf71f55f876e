import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { List } from '../../shared/dynamodb/query.ts';
import { type Import, positionOf } from '../domain/import.ts';
import { importKey } from './import-item.ts';

const SORT_PREFIX = 'CORRECTION#';

/** @param corrected the id of the import that is corrected */
export const correctionKey = (corrected: string, correction: Pick<Import, 'createdAt' | 'importId'>): ControlKey => ({
  PK: importKey(corrected).PK,
  SK: `${SORT_PREFIX}${positionOf(correction)}`,
});

/** The entries stand in the partition of the import that is corrected. Each ends in the id of a correction. */
export const correctionsOf = (table: string, importId: string): List => ({
  table,
  partition: importKey(importId).PK,
  sortPrefix: SORT_PREFIX,
  newestFirst: true,
  attributes: [],
});

/** Written in one transaction with the import that corrects another. */
export function correctionWrites(TableName: string, created: Import): TransactWriteItem[] {
  if (created.corrects === undefined) return [];
  return [{ Put: { TableName, Item: toItem({ ...correctionKey(created.corrects, created) }) } }];
}
