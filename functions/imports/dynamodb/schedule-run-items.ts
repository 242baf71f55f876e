import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Import } from '../domain/import.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import { IMPORT_PARTITIONS } from './partitions.ts';

export const RUN_SORT_PREFIX = 'RUN#';
export const FILE_SORT_PREFIX = 'FILE#';

export const runsPartition = (scheduleId: string): string => `${IMPORT_PARTITIONS.runs}${scheduleId}`;

export const runKey = (scheduleId: string, scheduledAt: string): ControlKey => ({
  PK: runsPartition(scheduleId),
  SK: `${RUN_SORT_PREFIX}${scheduledAt}`,
});
export const missedKey = (scheduleId: string): ControlKey => ({ PK: runsPartition(scheduleId), SK: 'MISSED' });
export const fileKey = (scheduleId: string, source: SourceVersion): ControlKey => ({
  PK: runsPartition(scheduleId),
  SK: `${FILE_SORT_PREFIX}${hashOf(source)}`,
});

/**
 * Written in one transaction with the import that a schedule creates, so that each run is recorded and counted once.
 */
export function scheduleRunWrites(TableName: string, created: Import): TransactWriteItem[] {
  if (!created.schedule) return [];
  const { scheduleId, scheduledAt, passedOver, remaining } = created.schedule;
  const isMissed = created.status === 'missed';
  const run = {
    TableName,
    Key: toItem({ ...runKey(scheduleId, scheduledAt) }),
    UpdateExpression: 'SET importId = :importId, passedOver = :passedOver, remaining = :remaining ADD imports :one',
    ExpressionAttributeValues: toItem({
      ':importId': created.importId,
      ':passedOver': passedOver ?? 0,
      ':remaining': remaining ?? 0,
      ':one': 1,
    }),
    // A repeated firing may find no file because the first one imported them all: that run has missed nothing.
    ...(isMissed && { ConditionExpression: 'attribute_not_exists(PK)' }),
  };
  const count = {
    TableName,
    Key: toItem({ ...missedKey(scheduleId) }),
    UpdateExpression: 'ADD missed :one',
    ExpressionAttributeValues: toItem({ ':one': 1 }),
  };
  const file = { TableName, Item: toItem({ ...fileKey(scheduleId, created.source), importId: created.importId }) };
  return [{ Update: run }, isMissed ? { Update: count } : { Put: file }];
}
