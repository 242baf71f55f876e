import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { SCHEDULE_PARTITIONS } from './partitions.ts';

export const SCHEDULE_SORT_PREFIX = 'SCHEDULE#';

export function schedulePartition(tablePrefix: string): string {
  return `${SCHEDULE_PARTITIONS.schedules}${tablePrefix}`;
}

/** The schedules of a CRM table. */
export const scheduleList = (tablePrefix: string) => ({
  partition: schedulePartition(tablePrefix),
  sortPrefix: SCHEDULE_SORT_PREFIX,
});

export function scheduleKey(tablePrefix: string, scheduleId: string): ControlKey {
  return { PK: schedulePartition(tablePrefix), SK: `${SCHEDULE_SORT_PREFIX}${scheduleId}` };
}
