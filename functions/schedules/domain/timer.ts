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

/** EventBridge Scheduler replaces this with the time of the run, to the second: `2026-12-01T06:00:00Z`. */
const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

export const timerName = ({ prefix, scheduleId }: SchedulePath): string => `${prefix}-${scheduleId}`;

export function timerOf({ value, revision }: Revised<Schedule>): Timer {
  const { scheduleId, prefix, source, definition, options, when, timeZone, state } = value;
  const name = timerName(value);
  return {
    name,
    token: `${name}-${revision}`,
    description: `Imports into CRM table ${prefix}`,
    expression: expressionOf(when),
    timeZone,
    isEnabled: state === 'active',
    runsOnce: 'once' in when,
    input: JSON.stringify({
      schedule: { scheduleId, prefix, source, definition, options },
      scheduledAt: SCHEDULED_TIME,
    }),
  };
}
