export { DynamoScheduleRuns } from './dynamodb/schedule-runs.ts';
export type { ScheduleRun, ScheduleRuns } from './ports.ts';
