export { scheduleKey } from './dynamodb/schedule-item.ts';
