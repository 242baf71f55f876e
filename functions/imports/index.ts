export { requireFreeLease } from './dynamodb/lease-item.ts';
export { DynamoScheduleRuns } from './dynamodb/schedule-runs.ts';
export type { ScheduleRuns } from './ports.ts';
