export { nextRuns } from './domain/next-runs.ts';
export { scheduleKey, scheduleList } from './dynamodb/schedule-item.ts';
export { scheduleRemoval } from './dynamodb/schedule-removal.ts';
export { scheduleRepository } from './dynamodb/schedule-repository.ts';
export type { ScheduleRepository } from './ports.ts';
export { timerRemover } from './scheduler/eventbridge-scheduler.ts';
