import * as z from 'zod';
import type { JsonValue } from '../../json-value.ts';
import { NameSchema, ScheduleInputSchema, type ScheduleRecord } from '../schedule.ts';
import type { Scheduler } from '../scheduler.ts';
import { ServiceError } from '../service-error.ts';

export interface SchedulerRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined if the request has no body. */
  readonly body: JsonValue | undefined;
}

const DEFAULT_PAGE = 100;

const OneQuerySchema = z.strictObject({ groupName: NameSchema.default('default'), clientToken: z.string().optional() });
const ListQuerySchema = z.strictObject({
  ScheduleGroup: NameSchema.optional(),
  NamePrefix: NameSchema.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  MaxResults: z.coerce.number().int().min(1).max(DEFAULT_PAGE).default(DEFAULT_PAGE),
  NextToken: z.coerce.number().int().min(0).default(0),
});

/** Runs a request to the API; returns the body of the answer. @throws ServiceError, ZodError */
export function operate(request: SchedulerRequest, scheduler: Scheduler): object {
  const { method, path, query } = request;
  const parameters = Object.fromEntries(query);
  if (method === 'GET' && path === '/schedules') return list(scheduler, ListQuerySchema.parse(parameters));
  const [, folder, encoded = '', ...deeper] = path.split('/');
  if (folder !== 'schedules' || deeper.length > 0) throw unknown(method, path);
  const name = NameSchema.parse(decodeURIComponent(encoded));
  if (method === 'POST') return { ScheduleArn: scheduler.create(name, ScheduleInputSchema.parse(request.body)) };
  if (method === 'PUT') return { ScheduleArn: scheduler.update(name, ScheduleInputSchema.parse(request.body)) };
  const { groupName } = OneQuerySchema.parse(parameters);
  if (method === 'GET') return shown(scheduler, scheduler.get(groupName, name));
  if (method !== 'DELETE') throw unknown(method, path);
  scheduler.delete(groupName, name);
  return {};
}

function unknown(method: string, path: string): ServiceError {
  return new ServiceError(
    'ValidationException',
    `The embedded cloud does not support ${method} ${path} of EventBridge Scheduler.`,
  );
}

function shown(scheduler: Scheduler, record: ScheduleRecord): object {
  const { ClientToken, ...input } = record.input;
  return { ...input, ...identity(scheduler, record) };
}

function identity(scheduler: Scheduler, record: ScheduleRecord): object {
  return {
    Arn: scheduler.arnOf(record),
    Name: record.name,
    CreationDate: record.createdAt / 1000,
    LastModificationDate: record.modifiedAt / 1000,
  };
}

function list(scheduler: Scheduler, query: z.infer<typeof ListQuerySchema>): object {
  const all = scheduler
    .list()
    .filter(({ input }) => query.ScheduleGroup === undefined || input.GroupName === query.ScheduleGroup)
    .filter(({ name }) => name.startsWith(query.NamePrefix ?? ''))
    .filter(({ input }) => query.State === undefined || input.State === query.State);
  const end = query.NextToken + query.MaxResults;
  const Schedules = all.slice(query.NextToken, end).map((record) => {
    const { GroupName, State, Target } = record.input;
    return { ...identity(scheduler, record), GroupName, State, Target: { Arn: Target.Arn } };
  });
  return { Schedules, ...(end < all.length && { NextToken: String(end) }) };
}
