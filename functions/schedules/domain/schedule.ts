import * as z from 'zod';
import { OptionChoicesSchema } from '../../definitions/index.ts';
import { isIanaTimeZone, timeZoneFault } from '../../shared/domain/iana-time-zones.ts';
import { lineOfText } from '../../shared/domain/text.ts';
import { StoredWhenSchema, WhenSchema } from './when.ts';

const LONGEST_NAME = 100;
/** S3's own limit is 1,024 bytes. */
const LONGEST_KEY = 1_000;

const SourceSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('key'),
        key: z
          .string()
          .min(1)
          .max(LONGEST_KEY)
          .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This must not contain control characters or unpaired surrogates.')
          .meta({ description: 'Of an object under `inbox/<PREFIX>/`.' }),
      })
      .meta({ id: 'KeySource' }),
    z.strictObject({ kind: z.literal('newest') }).meta({ id: 'NewestSource' }),
    z.strictObject({ kind: z.literal('all-new') }).meta({ id: 'AllNewSource' }),
    z
      .strictObject({ kind: z.literal('export'), exportDefinitionId: z.string().min(1).max(LONGEST_NAME) })
      .meta({ id: 'ExportSource' }),
  ])
  .meta({
    id: 'ScheduleSource',
    description:
      '`key` imports that object every time; `newest` the newest object under `inbox/<PREFIX>/`, each once, and passes over the others; `all-new` every object there that the schedule has not imported, oldest first, one import each, at most 100 a run. `export` imports nothing: it starts an export by that definition.',
  });

const TIME_ZONE = {
  description:
    'Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has.',
  example: 'Europe/London',
};
/**
 * A schedule that an earlier release has stored may have a time zone that the runtime accepts and the time-zone
 * database lacks.
 */
const StoredTimeZoneSchema = z.string().meta(TIME_ZONE);

const TimeZoneSchema = z
  .string()
  .refine(isIanaTimeZone, { error: ({ input }) => timeZoneFault(String(input)) })
  .meta(TIME_ZONE);

/** Imports a file into one CRM table, or exports its customers, once or repeatedly. */
export const ScheduleSchema = z.strictObject({
  scheduleId: z.string(),
  prefix: z.string(),
  name: lineOfText(LONGEST_NAME),
  source: SourceSchema,
  /** Id of an import definition; without one, the options of the object's metadata apply, or the default definition. */
  definition: z.string().optional(),
  options: OptionChoicesSchema.optional().meta({ description: 'They go over those of the definition.' }),
  when: WhenSchema,
  timeZone: StoredTimeZoneSchema,
  orderedBy: z.string().optional().meta({
    description:
      'Of a schedule of exports: the id of the person who saved it last. Each run exports what this person may export then.',
  }),
  state: z.enum(['active', 'paused']).meta({ id: 'ScheduleState' }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Schedule = z.infer<typeof ScheduleSchema>;

/** The attributes that a user sets; an update sets all of them. */
export const ScheduleInputSchema = ScheduleSchema.pick({
  name: true,
  source: true,
  definition: true,
  options: true,
  when: true,
  timeZone: true,
})
  .extend({
    definition: z.string().min(1).max(LONGEST_NAME).optional().meta({ description: 'Id or name of a definition.' }),
    timeZone: TimeZoneSchema,
    state: ScheduleSchema.shape.state.default('active'),
  })
  .meta({ id: 'ScheduleInput' });
export type ScheduleInput = z.infer<typeof ScheduleInputSchema>;

/** A stored schedule. `pending` is the work that is still to be done on its timer at EventBridge Scheduler. */
export const StoredScheduleSchema = ScheduleSchema.extend({
  when: StoredWhenSchema,
  pending: z.enum(['apply', 'remove']).optional(),
});
export type StoredSchedule = z.infer<typeof StoredScheduleSchema>;

export type SchedulePath = Pick<Schedule, 'prefix' | 'scheduleId'>;

export const schedulePath = ({ prefix, scheduleId }: SchedulePath): SchedulePath => ({ prefix, scheduleId });
