import { useQuery } from '@tanstack/react-query';
import { bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { useApi } from '../shared/services.tsx';
import { keyOf } from './queries.ts';

type VersionSummary = components['schemas']['VersionSummary'];

/** Consoles learn of a publication within ten seconds: this time, and the time of a request. A hidden page asks nothing. */
const POLL_INTERVAL_MS = 7_000;

/** The newest version of a CRM table, as other persons publish it; undefined before the first. */
export function useNewestVersion(accountPrefix: string, prefix: string): VersionSummary | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(accountPrefix, 'newest', prefix),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/accounts/{accountPrefix}/crm-tables/{prefix}/versions', {
          params: { path: { accountPrefix, prefix }, query: { limit: 1 } },
          signal,
        }),
      ),
    refetchInterval: POLL_INTERVAL_MS,
    select: ({ items }) => items[0],
  }).data;
}
