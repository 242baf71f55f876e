import * as z from 'zod';
import { onCrmTable, requirePublished } from '../crm-tables/index.ts';
import type { ExportRuns } from '../exports/index.ts';
import type { ScheduleRuns } from '../imports/index.ts';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import { type Ids, idOfKey } from '../shared/domain/ids.ts';
import type { RequestOrigin } from '../shared/domain/origin.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { etagOf } from '../shared/http/etag.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { NO_BODY, NOTHING, ofFeature, routesOf } from '../shared/http/route.ts';
import { nextRuns } from './domain/next-runs.ts';
import { ScheduleInputSchema, type SchedulePath, type StoredSchedule, schedulePath } from './domain/schedule.ts';
import { NextRunSchema, ScheduleResourceSchema, SHOWN_RUNS, scheduleResource } from './resource.ts';
import { deleteSchedule } from './use-cases/delete-schedule.ts';
import { findSchedule, reconciled } from './use-cases/get-schedule.ts';
import { type RunNowPorts, runNow } from './use-cases/run-now.ts';
import { createSchedule, type SavePorts, updateSchedule } from './use-cases/save-schedule.ts';
import { setState } from './use-cases/set-state.ts';

export interface ScheduleServices extends SavePorts, RunNowPorts {
  readonly runs: ScheduleRuns;
  readonly exportRuns: ExportRuns;
  readonly ids: Ids;
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const SchedulePathSchema = TablePathSchema.extend({
  scheduleId: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The id of a schedule.', example: '0193a5c07e4b1f2d3c4b5a69788f' }),
});

const SCHEDULES = '/crm-tables/{prefix}/schedules';
const SCHEDULE = `${SCHEDULES}/{scheduleId}`;
const tag = 'Schedules';
const PERMISSION = 'customers.import';

async function shown(services: ScheduleServices, { value, revision }: Revised<StoredSchedule>) {
  return { value: await scheduleResource(services, value), revision };
}

const entity = entityRoutes({
  noun: 'schedule',
  plural: 'schedules',
  tag,
  path: SCHEDULES,
  params: { parent: TablePathSchema, id: SchedulePathSchema },
  schema: ScheduleResourceSchema,
  input: { create: ScheduleInputSchema, update: ScheduleInputSchema },
  access: (permission) => onCrmTable(permission, 'params'),
  permissions: { read: PERMISSION, write: PERMISSION },
  idOf: schedulePath,
  filterBy: ['name'],
  problems: { list: [409] },
  summaries: {
    list: 'List the schedules of a CRM table.',
    create: 'Have a file imported, or customers exported, at some time, or again and again.',
    get: 'Read a schedule: its next five runs, what became of the last, and how many were missed.',
    update: 'Update a schedule; the request gives all of it again.',
    delete: 'Delete a schedule; the imports and exports that it has made stay.',
  },
  useCases: {
    async list(services: ScheduleServices, { prefix }, request) {
      await requirePublished(services, prefix);
      const page = await services.schedules.list({ prefix }, request);
      const found = await Promise.all((page?.items ?? []).map((each) => reconciled(services, each)));
      const items = await Promise.all(found.filter((each) => each !== undefined).map((each) => shown(services, each)));
      return { ...page, items };
    },
    async create(services, { prefix }, input, origin) {
      const { caller, idempotencyKey } = origin;
      // The same key gives the same schedule, even after an incomplete first attempt.
      const scheduleId = idempotencyKey === undefined ? services.ids.newId() : idOfKey(caller.userId, idempotencyKey);
      return shown(services, await createSchedule(services, { prefix, scheduleId }, input, origin));
    },
    async get(services, path) {
      const found = await findSchedule(services, path);
      return shown(services, (await reconciled(services, found)) ?? found);
    },
    update: async (services, path, input, revision, origin) =>
      shown(services, await updateSchedule(services, path, input, revision, origin)),
    remove: (services, path, revision, origin) => deleteSchedule(services, path, revision, origin),
  },
});

const define = routesOf<ScheduleServices>();
const access = onCrmTable(PERMISSION, 'params');
const RecurrenceSchema = ScheduleInputSchema.pick({ when: true, timeZone: true }).meta({ id: 'ScheduleTimes' });
const StartedRunSchema = z
  .strictObject({ scheduledAt: z.iso.datetime().meta({ example: '2026-12-01T06:00:00Z' }) })
  .meta({ id: 'StartedRun', description: 'The time by which `lastRun` of the schedule shows the run.' });
const ONE = { body: ScheduleResourceSchema, hasETag: true } as const;

async function switchState(
  services: ScheduleServices,
  path: SchedulePath,
  state: StoredSchedule['state'],
  origin: RequestOrigin,
): Promise<ApiResponse> {
  const { value, revision } = await shown(services, await setState(services, path, state, origin));
  return { status: 200, body: value, etag: etagOf(revision) };
}

export const routes = ofFeature<ScheduleServices>('crm', [
  ...entity,
  define({
    method: 'POST',
    path: `${SCHEDULES}/next-runs`,
    operationId: 'listNextRuns',
    tag,
    summary: 'List the next five runs that a schedule would have. Stores nothing.',
    access,
    request: { params: TablePathSchema, query: NOTHING, body: RecurrenceSchema },
    idempotency: 'none',
    onlyReads: true,
    response: {
      status: 200,
      description: 'The runs; fewer than five if it has no more.',
      body: z.strictObject({ items: z.array(NextRunSchema) }).meta({ id: 'NextRuns' }),
    },
    problems: [404],
    handle: async ({ clock }, { body: { when, timeZone } }) => ({
      status: 200,
      body: { items: nextRuns(when, timeZone, clock.now(), SHOWN_RUNS) },
    }),
  }),
  define({
    method: 'POST',
    path: `${SCHEDULE}/run`,
    operationId: 'runSchedule',
    tag,
    summary: 'Run a schedule now, in addition to its planned runs; a paused one, too.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 202, description: 'The run has been started.', body: StartedRunSchema },
    problems: [404],
    handle: async (services, { params, caller }) => ({ status: 202, body: await runNow(services, params, caller) }),
  }),
  define({
    method: 'POST',
    path: `${SCHEDULE}/pause`,
    operationId: 'pauseSchedule',
    tag,
    summary: 'Pause a schedule: it does not run until it is resumed.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: NO_BODY },
    response: { ...ONE, status: 200, description: 'The paused schedule.' },
    problems: [404, 409, 412],
    handle: async (services, request) => switchState(services, request.params, 'paused', request),
  }),
  define({
    method: 'POST',
    path: `${SCHEDULE}/resume`,
    operationId: 'resumeSchedule',
    tag,
    summary: 'Have a paused schedule run again from now on.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: NO_BODY },
    response: { ...ONE, status: 200, description: 'The schedule.' },
    problems: [404, 409, 412],
    handle: async (services, request) => switchState(services, request.params, 'active', request),
  }),
]);
