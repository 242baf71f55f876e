import type { Revised } from '../../shared/domain/revised.ts';
import { expressionOf } from './expression.ts';
import type { Schedule, SchedulePath } from './schedule.ts';

/** A schedule in the form of EventBridge Scheduler. */
export interface Timer {
  readonly name: string;
  /** The same for every repetition of the same update, so that a repetition changes nothing. */
  readonly token: string;
  readonly description: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly isEnabled: boolean;
  /** Whether EventBridge Scheduler deletes it after its run. */
  readonly runsOnce: boolean;
  /** The JSON input of start-import. */
  readonly input: string;
}

/** A run of a schedule whose time has come. */
export interface ScheduleFiring {
  readonly schedule: Pick<Schedule, 'scheduleId' | 'prefix' | 'source' | 'definition' | 'options'>;
  readonly scheduledAt: string;
}

/** EventBridge Scheduler replaces this with the time of the run, to the second: `2026-12-01T06:00:00Z`. */
const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

export const timerName = ({ prefix, scheduleId }: SchedulePath): string => `${prefix}-${scheduleId}`;

/** The event for start-import. @param scheduledAt to the second: `2026-12-01T06:00:00Z` */
export const firingOf = (
  { scheduleId, prefix, source, definition, options }: Schedule,
  scheduledAt: string,
): ScheduleFiring => ({ schedule: { scheduleId, prefix, source, definition, options }, scheduledAt });

export function timerOf({ value, revision }: Revised<Schedule>): Timer {
  const { prefix, when, timeZone, state } = value;
  const name = timerName(value);
  return {
    name,
    token: `${name}-${revision}`,
    description: `Imports into CRM table ${prefix}`,
    expression: expressionOf(when),
    timeZone,
    isEnabled: state === 'active',
    runsOnce: 'once' in when,
    input: JSON.stringify(firingOf(value, SCHEDULED_TIME)),
  };
}
