import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

const MINUTE_MS = 60_000;

export type Schedule = components['schemas']['Schedule'];

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

/** One schedule, read again each minute for its runs. @throws ApiError while rendering if it cannot be read */
export function useSchedule(prefix: string, scheduleId: string): Schedule {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: oneKey(prefix, scheduleId),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/schedules/{scheduleId}', { params: { path: { prefix, scheduleId } }, signal }),
      ),
    refetchInterval: MINUTE_MS,
  }).data;
}

/** Pauses and resumes a schedule. The lists are read again. */
export function useScheduleWrites(prefix: string, scheduleId: string) {
  const api = useApi();
  const client = useQueryClient();
  const params = () => ({ path: { prefix, scheduleId }, header: oneTime() });
  const take = async (changed: Schedule) => {
    client.setQueryData(oneKey(prefix, scheduleId), changed);
    await client.invalidateQueries({ queryKey: ['schedules', prefix] });
  };
  return {
    pause: async () =>
      take(await bodyOf(api.POST('/crm-tables/{prefix}/schedules/{scheduleId}/pause', { params: params() }))),
    resume: async () =>
      take(await bodyOf(api.POST('/crm-tables/{prefix}/schedules/{scheduleId}/resume', { params: params() }))),
  };
}
