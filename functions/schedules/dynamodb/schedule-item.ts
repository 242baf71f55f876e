import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { SCHEDULE_PARTITIONS } from './partitions.ts';

export const SCHEDULE_SORT_PREFIX = 'SCHEDULE#';

export function schedulePartition(prefix: string): string {
  return `${SCHEDULE_PARTITIONS.schedules}${prefix}`;
}

export function scheduleKey(prefix: string, scheduleId: string): ControlKey {
  return { PK: schedulePartition(prefix), SK: `${SCHEDULE_SORT_PREFIX}${scheduleId}` };
}
