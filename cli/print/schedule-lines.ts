import * as z from 'zod';
import type { Schedule } from '../api/schedules.ts';
import { statusName } from '../follow/stages.ts';
import { count, counted, moment } from './amounts.ts';
import { printable } from './printable.ts';

const WhenSchema = z.object({
  once: z.string().optional(),
  frequency: z.string().optional(),
  everyHours: z.number().default(1),
  minute: z.number().default(0),
  weekdays: z.array(z.string()).default([]),
  day: z.union([z.number(), z.string()]).optional(),
  time: z.string().default(''),
});

/** When it runs, in words, in local time of its time zone. */
export function whenText(when: object): string {
  const parsed = WhenSchema.safeParse(when).data;
  if (parsed === undefined) return JSON.stringify(when);
  const { once, frequency, everyHours, minute, weekdays, day, time } = parsed;
  if (once !== undefined) return `once, ${once.replace('T', ' ')}`;
  const minutes = `:${String(minute).padStart(2, '0')}`;
  if (frequency === 'hourly')
    return everyHours === 1 ? `every hour at ${minutes}` : `every ${everyHours} hours at ${minutes}`;
  if (frequency === 'weekly') return `every ${weekdays.join(', ')} at ${time}`;
  if (frequency === 'monthly') return `every month, ${day === 'last' ? 'last day' : `day ${day}`}, at ${time}`;
  return frequency === 'daily' ? `every day at ${time}` : JSON.stringify(when);
}

export function scheduleListLines(items: readonly Schedule[]): string[] {
  return items.length === 0 ? ['No schedules yet.'] : items.flatMap((schedule) => summaryLines(schedule));
}

/** A whole schedule, with its next runs and its last one. */
export function scheduleLines(schedule: Schedule): string[] {
  const { nextRuns, timeZone, definition, scheduleId } = schedule;
  return [
    ...summaryLines(schedule),
    ...(definition === undefined ? [] : [`    with the definition ${printable(definition)}`]),
    `    id ${scheduleId}`,
    ...(nextRuns.length === 0 ? [] : [`    next runs (${timeZone}):`]),
    ...nextRuns.map(({ at, local }) => `      ${printable(local.slice(0, 16).replace('T', ' '))}   (${moment(at)})`),
  ];
}

function summaryLines({ name, prefix, source, when, timeZone, state, nextRuns, lastRun, missed }: Schedule): string[] {
  const what = sourceText(source, prefix);
  const [next] = nextRuns;
  const ahead = state === 'paused' ? 'paused' : next === undefined ? 'no further run' : `next ${moment(next.at)}`;
  return [
    `${printable(name)}: ${whenText(when)} (${timeZone}); ${ahead}`,
    source.kind === 'export'
      ? `    exports from ${prefix} by ${printable(what)}`
      : `    imports ${printable(what)} into ${prefix}`,
    ...(lastRun ? [`    last run ${moment(lastRun.scheduledAt)}: ${lastText(lastRun)}`] : []),
    ...(lastRun ? fileLines(lastRun, prefix) : []),
    ...(missed > 0
      ? [
          `    ${counted(missed, 'run')} missed: ${source.kind === 'export' ? 'the export could not start' : 'no file to import'}`,
        ]
      : []),
  ];
}

function sourceText({ kind, key = '', exportDefinitionId = '' }: Schedule['source'], tablePrefix: string): string {
  if (kind === 'export') return `the definition ${exportDefinitionId}`;
  if (kind === 'newest') return `the newest file in inbox/${tablePrefix}/`;
  return kind === 'all-new' ? `every new file in inbox/${tablePrefix}/, oldest first,` : key;
}

/** The files that the last run has left in the inbox, and the next step. */
function fileLines({ passedOver, remaining }: NonNullable<Schedule['lastRun']>, tablePrefix: string): string[] {
  return [
    ...(passedOver > 0
      ? [
          `    ${counted(passedOver, 'other file')} in inbox/${tablePrefix}/ never imported; a schedule with --all-new imports every new file`,
        ]
      : []),
    ...(remaining > 0 ? [`    ${counted(remaining, 'new file')} left to the next run`] : []),
  ];
}

function lastText({ imports, status, reason, counts }: NonNullable<Schedule['lastRun']>): string {
  const failed = counts && counts.failed > 0 ? `, ${count(counts.failed)} of ${count(counts.total)} failed` : '';
  const several = imports > 1 ? `${counted(imports, 'import')}, the last one ` : '';
  return `${several}${statusName(status)}${failed}${reason === undefined ? '' : `: ${printable(reason)}`}`;
}
