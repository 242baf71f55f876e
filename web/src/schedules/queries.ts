import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { isRunAwaited } from './runs-model.ts';

const MINUTE_MS = 60_000;
const SOON_MS = 2_000;

export type Schedule = components['schemas']['Schedule'];
export type ScheduleInput = components['schemas']['ScheduleInput'];

const fetchSchedules = (api: Api, prefix: string, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(
    api.GET('/crm-tables/{prefix}/schedules', {
      params: { path: { prefix }, query: { limit, cursor, filter } },
      signal,
    }),
  );

/** The first schedules of a CRM table. */
export const firstSchedules = (api: Api, prefix: string) => ({
  queryKey: ['schedules', prefix, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    fetchSchedules(api, prefix, { limit: MOST_PER_REQUEST, cursor: undefined, filter: undefined, signal }),
});

/** The schedules of a CRM table, in pages that the address names. */
export function useSchedulePages(prefix: string): Pages<Schedule> {
  const api = useApi();
  return usePages('schedules', ['schedules', prefix, 'list'], (order) => fetchSchedules(api, prefix, order));
}

const oneKey = (prefix: string, scheduleId: string) => ['schedules', prefix, 'one', scheduleId];

const scheduleQuery = (api: Api, prefix: string, scheduleId: string) => ({
  queryKey: oneKey(prefix, scheduleId),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(
      api.GET('/crm-tables/{prefix}/schedules/{scheduleId}', { params: { path: { prefix, scheduleId } }, signal }),
    ),
});

/**
 * One schedule with its ETag, read again for its runs.
 * @param awaitedRun the time of a run whose result is not shown yet: until then it is read each other second
 * @throws ApiError while rendering if it cannot be read
 */
export function useSchedule(prefix: string, scheduleId: string, awaitedRun?: string): Answer<Schedule> {
  return useSuspenseQuery({
    ...scheduleQuery(useApi(), prefix, scheduleId),
    refetchInterval: ({ state: { data } }) =>
      awaitedRun !== undefined && isRunAwaited(data?.body.lastRun, awaitedRun) ? SOON_MS : MINUTE_MS,
  }).data;
}

/** The runs to which a recurrence leads; undefined while they are not known. */
export function useNextRuns(prefix: string, times: components['schemas']['ScheduleTimes'] | undefined) {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['schedules', prefix, 'next-runs', times],
    enabled: times !== undefined,
    queryFn: async ({ signal }) => {
      if (times === undefined) return [];
      const params = { path: { prefix } };
      return (await bodyOf(api.POST('/crm-tables/{prefix}/schedules/next-runs', { params, body: times, signal })))
        .items;
    },
  });
  return { runs: data, error };
}

/** The writes of one schedule. Each makes the schedule and the lists be read again. */
export function useScheduleWrites(prefix: string, scheduleId: string) {
  const api = useApi();
  const client = useQueryClient();
  const path = { prefix, scheduleId };
  const refresh = () => client.invalidateQueries({ queryKey: ['schedules', prefix] });
  const matching = (etag: string) => ({ path, header: { 'if-match': etag, ...oneTime() } });
  const once = () => ({ path, header: oneTime() });
  return {
    async pause(): Promise<void> {
      await bodyOf(api.POST('/crm-tables/{prefix}/schedules/{scheduleId}/pause', { params: once() }));
      await refresh();
    },
    async resume(): Promise<void> {
      await bodyOf(api.POST('/crm-tables/{prefix}/schedules/{scheduleId}/resume', { params: once() }));
      await refresh();
    },
    /** @returns the time of the run that has been started */
    async runNow(): Promise<string> {
      const started = await bodyOf(api.POST('/crm-tables/{prefix}/schedules/{scheduleId}/run', { params: once() }));
      await refresh();
      return started.scheduledAt;
    },
    async update(body: ScheduleInput, etag: string): Promise<void> {
      await bodyOf(api.PUT('/crm-tables/{prefix}/schedules/{scheduleId}', { params: matching(etag), body }));
      await refresh();
    },
    async remove(etag: string): Promise<void> {
      try {
        await done(api.DELETE('/crm-tables/{prefix}/schedules/{scheduleId}', { params: matching(etag) }));
      } catch (error) {
        // Another person may have changed the schedule: the next attempt needs its ETag of now.
        await refresh();
        throw error;
      }
      client.removeQueries({ queryKey: oneKey(prefix, scheduleId) });
      await refresh();
    },
    /** The schedule as it is now, for the choice between two persons' changes. */
    read: () => client.fetchQuery({ ...scheduleQuery(api, prefix, scheduleId), staleTime: 0 }),
  };
}
