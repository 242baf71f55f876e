import * as z from 'zod';
import { onCrmTable, requirePublished } from '../crm-tables/index.ts';
import type { ScheduleRuns } from '../imports/index.ts';
import { type Ids, idOfKey } from '../shared/domain/ids.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { etagOf } from '../shared/http/etag.ts';
import { ID_POSITION, PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { ScheduleInputSchema, type StoredSchedule } from './domain/schedule.ts';
import { ScheduleResourceSchema, scheduleResource } from './resource.ts';
import { deleteSchedule } from './use-cases/delete-schedule.ts';
import { findSchedule, mended } from './use-cases/get-schedule.ts';
import { createSchedule, type SavePorts, updateSchedule } from './use-cases/save-schedule.ts';
import { setState } from './use-cases/set-state.ts';

export interface ScheduleServices extends SavePorts {
  readonly runs: ScheduleRuns;
  readonly ids: Ids;
  readonly answers: AnswerStore;
}

const access = onCrmTable('customers.import', 'params');

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const SchedulePathSchema = TablePathSchema.extend({ scheduleId: z.string().min(1).max(100) });

const SCHEDULES = '/crm-tables/{prefix}/schedules';
const SCHEDULE = `${SCHEDULES}/{scheduleId}`;
const tag = 'Schedules';

const define = routesOf<ScheduleServices>();

const ONE = { body: ScheduleResourceSchema, hasETag: true } as const;

async function answer(
  services: ScheduleServices,
  status: number,
  { schedule, revision }: StoredSchedule,
): Promise<ApiResponse> {
  return { status, body: await scheduleResource(services, schedule), etag: etagOf(revision) };
}

export const routes: readonly Route<ScheduleServices>[] = [
  define({
    method: 'GET',
    path: SCHEDULES,
    operationId: 'listSchedules',
    tag,
    summary: 'List the schedules of a CRM table.',
    access,
    request: { params: TablePathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of schedules.', body: pageSchema(ScheduleResourceSchema) },
    problems: [404, 409],
    handle: async (services, { params: { prefix }, query }) => {
      await requirePublished(services, prefix);
      const list = { name: `schedules/${prefix}`, position: ID_POSITION };
      const page = await services.schedules.list(prefix, pageRequest(list, query));
      const found = await Promise.all(page.items.map((each) => mended(services, each)));
      const there = found.filter((each) => each !== undefined);
      const items = await Promise.all(there.map(({ schedule }) => scheduleResource(services, schedule)));
      return { status: 200, body: pageBody(list, { ...page, items }) };
    },
  }),
  define({
    method: 'POST',
    path: SCHEDULES,
    operationId: 'createSchedule',
    tag,
    summary: 'Have a file imported at some time, or again and again.',
    access,
    request: { params: TablePathSchema, query: NOTHING, body: ScheduleInputSchema },
    response: { ...ONE, status: 201, description: 'The schedule.', hasLocation: true },
    problems: [404, 409],
    handle: async (services, { params: { prefix }, body, caller, idempotencyKey }) => {
      // The same key names the same schedule, also where the first attempt broke off half-way.
      const scheduleId = idempotencyKey === undefined ? services.ids.newId() : idOfKey(caller.userId, idempotencyKey);
      const created = await createSchedule(services, { prefix, scheduleId }, body);
      const location = `/crm-tables/${prefix}/schedules/${created.schedule.scheduleId}`;
      return { ...(await answer(services, 201, created)), location };
    },
  }),
  define({
    method: 'GET',
    path: SCHEDULE,
    operationId: 'getSchedule',
    tag,
    summary: 'Read a schedule: its next five runs, what became of the last, and how many were missed.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: NO_BODY },
    response: { ...ONE, status: 200, description: 'The schedule.' },
    problems: [404],
    handle: async (services, { params }) => {
      const found = await findSchedule(services, params);
      return answer(services, 200, (await mended(services, found)) ?? found);
    },
  }),
  define({
    method: 'PUT',
    path: SCHEDULE,
    operationId: 'updateSchedule',
    tag,
    summary: 'Update a schedule; the request gives all of it again.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: ScheduleInputSchema },
    conditional: true,
    response: { ...ONE, status: 200, description: 'The updated schedule.' },
    problems: [404, 409, 412, 428],
    handle: async (services, { params, body, revision }) =>
      answer(services, 200, await updateSchedule(services, params, body, revision)),
  }),
  define({
    method: 'DELETE',
    path: SCHEDULE,
    operationId: 'deleteSchedule',
    tag,
    summary: 'Delete a schedule; the imports that it has made stay.',
    access,
    request: { params: SchedulePathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: { status: 204, description: 'It is gone.' },
    problems: [404, 412, 428],
    handle: async (services, { params, revision }) => {
      await deleteSchedule(services, params, revision);
      return { status: 204 };
    },
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
    handle: async (services, { params }) => answer(services, 200, await setState(services, params, 'paused')),
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
    handle: async (services, { params }) => answer(services, 200, await setState(services, params, 'active')),
  }),
];
