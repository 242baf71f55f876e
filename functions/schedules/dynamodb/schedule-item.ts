import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { scheduleKey } from '../../shared/dynamodb/control-keys.ts';
import { ScheduleSchema, type StoredSchedule } from '../domain/schedule.ts';

const StoredSchema = z.object({
  schedule: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(ScheduleSchema),
  revision: z.int().min(1),
  pending: z.enum(['apply', 'remove']).optional(),
});

/** The schedule itself is kept as JSON: nothing asks DynamoDB about its parts. */
export function toScheduleItem({ schedule, revision, pending }: StoredSchedule): Item {
  const { prefix, scheduleId } = schedule;
  return toItem({ ...scheduleKey(prefix, scheduleId), schedule: JSON.stringify(schedule), revision, pending });
}

export function fromScheduleItem(item: Item): StoredSchedule {
  const { schedule, revision, pending } = StoredSchema.parse(fromItem(item));
  return { schedule, revision, pending };
}
