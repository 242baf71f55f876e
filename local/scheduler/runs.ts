import { type Occurrences, readExpression } from './expression.ts';
import type { ScheduleInput, ScheduleRecord } from './schedule.ts';

/** @throws ServiceError ValidationException if the expression is invalid */
export function occurrencesOf(input: ScheduleInput, createdAt: number): Occurrences {
  const start = input.StartDate === undefined ? createdAt : input.StartDate * 1000;
  return readExpression(input.ScheduleExpression, input.ScheduleExpressionTimezone, start);
}

const boundsOf = ({ StartDate = 0, EndDate = Number.MAX_SAFE_INTEGER / 1000 }: ScheduleInput) => ({
  start: StartDate * 1000,
  end: EndDate * 1000,
});

/** The next run that has not been delivered; undefined if there is none. */
export function nextRun({ input, createdAt, decidedUntil }: ScheduleRecord): number | undefined {
  const { start, end } = boundsOf(input);
  const next = occurrencesOf(input, createdAt).next(Math.max(decidedUntil, start - 1));
  return next !== undefined && next <= end ? next : undefined;
}

/** The latest run that is due and not delivered: of several missed runs only the latest is delivered. */
export function dueRun({ input, createdAt, decidedUntil }: ScheduleRecord, now: number): number | undefined {
  const { start, end } = boundsOf(input);
  const last = occurrencesOf(input, createdAt).last(Math.min(now, end));
  return last !== undefined && last > decidedUntil && last >= start ? last : undefined;
}
