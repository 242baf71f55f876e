import type { Revised } from '../../shared/domain/revised.ts';
import { expressionOf } from './expression.ts';
import type { Schedule, SchedulePath } from './schedule.ts';

export type Started = 'import' | 'export';

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
  /** The function that it invokes: start-import or start-export. */
  readonly starts: Started;
  /** The JSON input of the function. */
  readonly input: string;
}

/** A run of a schedule whose time has come. */
export interface ScheduleFiring {
  readonly schedule: Pick<Schedule, 'scheduleId' | 'prefix' | 'source' | 'definition' | 'options' | 'orderedBy'>;
  readonly scheduledAt: string;
}

/** EventBridge Scheduler replaces this with the time of the run, to the second: `2026-12-01T06:00:00Z`. */
const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

export const timerName = ({ prefix, scheduleId }: SchedulePath): string => `${prefix}-${scheduleId}`;

/** What a run of a schedule starts. */
export const startedBy = ({ source }: Pick<Schedule, 'source'>): Started =>
  source.kind === 'export' ? 'export' : 'import';

/** The event for start-import or start-export. @param scheduledAt to the second: `2026-12-01T06:00:00Z` */
export const firingOf = (
  { scheduleId, prefix, source, definition, options, orderedBy }: Schedule,
  scheduledAt: string,
): ScheduleFiring => ({ schedule: { scheduleId, prefix, source, definition, options, orderedBy }, scheduledAt });

export function timerOf({ value, revision }: Revised<Schedule>): Timer {
  const { prefix, when, timeZone, state } = value;
  const name = timerName(value);
  const starts = startedBy(value);
  return {
    name,
    token: `${name}-${revision}`,
    description: starts === 'export' ? `Exports from CRM table ${prefix}` : `Imports into CRM table ${prefix}`,
    expression: expressionOf(when),
    timeZone,
    isEnabled: state === 'active',
    runsOnce: 'once' in when,
    starts,
    input: JSON.stringify(firingOf(value, SCHEDULED_TIME)),
  };
}
