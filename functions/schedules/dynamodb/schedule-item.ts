import * as z from 'zod';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { ScheduleSchema, type StoredSchedule } from '../domain/schedule.ts';
import { SCHEDULE_PARTITIONS } from './partitions.ts';

export const SCHEDULE_SORT_PREFIX = 'SCHEDULE#';

export function schedulePartition(prefix: string): string {
  return `${SCHEDULE_PARTITIONS.schedules}${prefix}`;
}

export function scheduleKey(prefix: string, scheduleId: string): ControlKey {
  return { PK: schedulePartition(prefix), SK: `${SCHEDULE_SORT_PREFIX}${scheduleId}` };
}

const ScheduleItemSchema = z.object({
  schedule: jsonOf(ScheduleSchema),
  revision: z.int().min(1),
  pending: z.enum(['apply', 'remove']).optional(),
});

export const SCHEDULE_ATTRIBUTES = Object.keys(ScheduleItemSchema.shape);

/** The schedule itself is kept as JSON: nothing asks DynamoDB about its parts. */
export function toScheduleItem({ schedule, revision, pending }: StoredSchedule): Item {
  const { prefix, scheduleId } = schedule;
  return toItem({ ...scheduleKey(prefix, scheduleId), schedule: JSON.stringify(schedule), revision, pending });
}

export function fromScheduleItem(item: Item): StoredSchedule {
  const { schedule, revision, pending } = readItem(ScheduleItemSchema, item);
  return { schedule, revision, pending };
}
