export { DynamoScheduleRuns } from './dynamodb/schedule-runs.ts';
export type { ScheduleRuns } from './ports.ts';
