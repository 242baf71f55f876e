import { type Api, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

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
