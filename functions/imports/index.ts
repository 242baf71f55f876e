export { requireFreeLease } from './dynamodb/lease-item.ts';
export { DynamoScheduleRuns } from './dynamodb/schedule-runs.ts';
export { type ImportedChanges, importedChanges } from './imported-changes.ts';
export type { ScheduleRuns } from './ports.ts';
export type { ImportedChange } from './use-cases/changes/read-change.ts';
