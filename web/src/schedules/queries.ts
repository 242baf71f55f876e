import { type Api, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type Schedule = components['schemas']['Schedule'];

const PAGE_SIZE = 25;
const MOST = 100;

/** The first schedules of a CRM table. */
export const firstSchedules = (api: Api, prefix: string) => ({
  queryKey: ['schedules', prefix, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/crm-tables/{prefix}/schedules', { params: { path: { prefix }, query: { limit: MOST } }, signal })),
});

/** The schedules of a CRM table, in pages that the address names. */
export function useSchedulePages(prefix: string): Pages<Schedule> {
  const api = useApi();
  return usePages('schedules', ['schedules', prefix, 'list'], ({ cursor, signal }) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/schedules', {
        params: { path: { prefix }, query: { limit: PAGE_SIZE, cursor } },
        signal,
      }),
    ),
  );
}
