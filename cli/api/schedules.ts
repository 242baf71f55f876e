import * as z from 'zod';
import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Answer, ApiClient } from './client.ts';
import { listAll } from './pages.ts';

const NextRunSchema = z.looseObject({ at: z.string(), local: z.string() });

const LastRunSchema = z.looseObject({
  scheduledAt: z.string(),
  importId: z.string().optional(),
  exportId: z.string().optional(),
  imports: z.number().default(1),
  passedOver: z.number().default(0),
  remaining: z.number().default(0),
  status: z.string(),
  reason: z.string().optional(),
  counts: z.looseObject({ failed: z.number(), total: z.number() }).optional(),
});

const ScheduleSchema = z.looseObject({
  scheduleId: z.string(),
  prefix: z.string(),
  name: z.string(),
  source: z.looseObject({
    kind: z.string(),
    key: z.string().optional(),
    exportDefinitionId: z.string().optional(),
  }),
  definition: z.string().optional(),
  when: z.looseObject({}),
  timeZone: z.string(),
  state: z.string(),
  nextRuns: z.array(NextRunSchema).default([]),
  lastRun: LastRunSchema.nullish(),
  missed: z.number().default(0),
});
export type Schedule = z.infer<typeof ScheduleSchema>;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a schedule runs, in local time of its time zone; times are `HH:MM`. */
export type When =
  | { readonly frequency: 'once'; readonly once: string }
  | { readonly frequency: 'hourly'; readonly minute: number }
  | { readonly frequency: 'daily'; readonly time: string }
  | { readonly frequency: 'weekly'; readonly weekdays: readonly Weekday[]; readonly time: string }
  | { readonly frequency: 'monthly'; readonly day: number | 'last'; readonly time: string };

export interface NewSchedule {
  readonly name: string;
  readonly source:
    | { readonly kind: 'newest' | 'all-new' }
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'export'; readonly exportDefinitionId: string };
  readonly definition?: string;
  readonly options?: object;
  readonly when: When;
  readonly timeZone: string;
}

const pathOf = (tablePrefix: string, id?: string, rest = ''): string =>
  `/crm-tables/${encodeURIComponent(tablePrefix)}/schedules${id === undefined ? '' : `/${encodeURIComponent(id)}`}${rest}`;

export const listSchedules = (api: ApiClient, tablePrefix: string): Promise<Schedule[]> =>
  listAll(api, pathOf(tablePrefix), ScheduleSchema);

/**
 * A schedule by name, regardless of case, or by id, with the ETag for an update.
 * @throws CliError if the table has none, or several with this name
 */
export async function getSchedule(api: ApiClient, tablePrefix: string, named: string): Promise<Answer<Schedule>> {
  const all = await listSchedules(api, tablePrefix);
  const byId = all.filter(({ scheduleId }) => scheduleId === named);
  const found = byId.length > 0 ? byId : all.filter(({ name }) => name.toLowerCase() === named.toLowerCase());
  const [only, another] = found;
  if (only === undefined) {
    throw new CliError('schedule.not-found', `CRM table ${tablePrefix} has no schedule named ${named}.`, {
      advice: `List them: ${PROGRAM} schedule list --table ${tablePrefix}`,
    });
  }
  if (another !== undefined) {
    throw new CliError('schedule.ambiguous', `CRM table ${tablePrefix} has more than one schedule named ${named}.`, {
      advice: `Use one of their ids: ${found.map(({ scheduleId }) => scheduleId).join(', ')}`,
    });
  }
  return api.send({ method: 'GET', path: pathOf(tablePrefix, only.scheduleId), answer: ScheduleSchema });
}

export async function createSchedule(api: ApiClient, tablePrefix: string, body: NewSchedule): Promise<Schedule> {
  return (await api.send({ method: 'POST', path: pathOf(tablePrefix), body, answer: ScheduleSchema })).body;
}

/** Pauses or resumes a schedule. */
export async function setScheduleState(
  api: ApiClient,
  { prefix, scheduleId }: Schedule,
  verb: 'pause' | 'resume',
): Promise<Schedule> {
  return (await api.send({ method: 'POST', path: pathOf(prefix, scheduleId, `/${verb}`), answer: ScheduleSchema }))
    .body;
}

const StartedRunSchema = z.looseObject({ scheduledAt: z.string() });

/** Starts a run now. */
export async function runSchedule(
  api: ApiClient,
  { prefix, scheduleId }: Schedule,
): Promise<z.infer<typeof StartedRunSchema>> {
  return (await api.send({ method: 'POST', path: pathOf(prefix, scheduleId, '/run'), answer: StartedRunSchema })).body;
}

export async function deleteSchedule(
  api: ApiClient,
  { body: { prefix, scheduleId }, etag }: Answer<Schedule>,
): Promise<void> {
  const path = pathOf(prefix, scheduleId);
  await api.send({ method: 'DELETE', path, ...(etag && { ifMatch: etag }), answer: z.unknown() });
}
