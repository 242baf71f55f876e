import * as z from 'zod';
import type { ExportRuns } from '../exports/index.ts';
import type { ScheduleRuns } from '../imports/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import { type NextRun, nextRuns } from './domain/next-runs.ts';
import { type Schedule, ScheduleSchema, type StoredSchedule } from './domain/schedule.ts';

export const SHOWN_RUNS = 5;

export const NextRunSchema = z
  .strictObject({
    at: z.iso.datetime(),
    local: z.string().meta({ description: 'Date and time in the time zone of the schedule.' }),
  })
  .meta({ id: 'NextRun' });

/** A schedule in the API, with its next runs and its last one. */
export const ScheduleResourceSchema = ScheduleSchema.extend({
  nextRuns: z.array(NextRunSchema).meta({ description: `The next ${SHOWN_RUNS} at most; none while it is paused.` }),
  lastRun: z
    .strictObject({
      scheduledAt: z.iso.datetime(),
      imports: z.int().min(0).meta({
        description: 'How many imports it made; 1 for a run that was missed, and 0 of a schedule of exports.',
      }),
      importId: z
        .string()
        .optional()
        .meta({ description: 'The last of them, to which status, reason and counts belong.' }),
      exportId: z.string().optional().meta({ description: 'The export of a run of a schedule of exports.' }),
      passedOver: z.int().min(1).optional().meta({
        description: 'How many other files the inbox held that a schedule of the newest file has never imported.',
      }),
      remaining: z.int().min(1).optional().meta({
        description: 'How many new files a schedule of all new files left to its next run.',
      }),
      status: z.string().meta({
        description: 'Of the import or export; `missed` if there was nothing to import, or the export could not start.',
      }),
      reason: z.string().optional(),
      counts: z.record(z.string(), z.int()).optional(),
    })
    .meta({ id: 'LastRun' })
    .nullable(),
  missed: z
    .int()
    .min(0)
    .meta({ description: 'How many of its runs found nothing to import, or could not start their export.' }),
}).meta({ id: 'Schedule' });
export type ScheduleResource = z.infer<typeof ScheduleResourceSchema>;

function runsToCome({ when, timeZone, state }: Schedule, clock: Clock): NextRun[] {
  return state === 'paused' ? [] : nextRuns(when, timeZone, clock.now(), SHOWN_RUNS);
}

interface RunReaders {
  readonly runs: ScheduleRuns;
  readonly exportRuns: ExportRuns;
}

export async function scheduleResource(
  { runs, exportRuns, clock }: RunReaders & { readonly clock: Clock },
  { pending: _, ...schedule }: StoredSchedule,
): Promise<ScheduleResource> {
  const { scheduleId, source } = schedule;
  if (source.kind === 'export') {
    const { last: lastRun, missed } = await exportRuns.of(schedule);
    return { ...schedule, nextRuns: runsToCome(schedule, clock), lastRun, missed };
  }
  const [last, missed] = await Promise.all([runs.last(scheduleId), runs.missedCount(scheduleId)]);
  const lastRun = last ? { ...last, ...(last.counts && { counts: { ...last.counts } }) } : null;
  return { ...schedule, nextRuns: runsToCome(schedule, clock), lastRun, missed };
}
