import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { ApiError } from '../shared/api/api-error.ts';
import { bodyOf, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import type { Job } from './text.ts';

const keyOf = (accountPrefix: string, ...rest: readonly string[]) => ['maintenance', accountPrefix, ...rest];

/** A job is read again so often while it runs. */
const POLL_MS = 3_000;

/** The jobs of an account, the newest first, in pages that the address names. */
export function useJobPages(accountPrefix: string): Pages<Job> {
  const api = useApi();
  return usePages('jobs', keyOf(accountPrefix, 'list'), ({ limit, cursor, signal }) =>
    bodyOf(
      api.GET('/accounts/{accountPrefix}/maintenance-jobs', {
        params: { path: { accountPrefix }, query: { limit, cursor } },
        signal,
      }),
    ),
  );
}

/** One job, read again until it has ended. @throws ApiError while rendering if it cannot be read */
export function useJob(accountPrefix: string, jobId: string): Job {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: keyOf(accountPrefix, 'one', jobId),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/accounts/{accountPrefix}/maintenance-jobs/{jobId}', {
          params: { path: { accountPrefix, jobId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? POLL_MS : false),
  }).data;
}

/** What the deletion of CRM tables would delete; undefined while it is not known. */
export function useDeletionPreview(accountPrefix: string, prefixes: readonly string[]) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(accountPrefix, 'preview', prefixes.join(',')),
    enabled: prefixes.length > 0,
    // A campaign or an import may have come in the meantime.
    gcTime: 0,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/accounts/{accountPrefix}/table-deletion-preview', {
          params: { path: { accountPrefix }, query: { prefixes: prefixes.join(',') } },
          signal,
        }),
      ),
  });
}

/** Orders the deletion of CRM tables. @returns the job */
export function useDeleteTables(accountPrefix: string): (prefixes: readonly string[]) => Promise<Job> {
  const api = useApi();
  const client = useQueryClient();
  return async (prefixes) => {
    const order = { params: { path: { accountPrefix }, header: oneTime() }, body: { prefixes: [...prefixes] } };
    const job = await bodyOf(api.POST('/accounts/{accountPrefix}/table-deletions', order));
    await client.invalidateQueries({ queryKey: ['crm-tables', accountPrefix] });
    await client.invalidateQueries({ queryKey: keyOf(accountPrefix) });
    return job;
  };
}

/** The customer whom an order would erase: `absent` if there is none, undefined while it is not known or not visible. */
export function useErasedCustomer(prefix: string, customerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['erased-customer', prefix, customerId],
    enabled: prefix !== '' && customerId !== '',
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { path: { prefix, customerId } };
      try {
        return await bodyOf(api.GET('/crm-tables/{prefix}/customers/{customerId}', { params, signal }));
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return 'absent' as const;
        throw error;
      }
    },
  }).data;
}

/** Orders the erasure of a customer. @returns the job */
export function useEraseCustomer(
  accountPrefix: string,
): (order: components['schemas']['ErasureOrder']) => Promise<Job> {
  const api = useApi();
  const client = useQueryClient();
  return async (body) => {
    const params = { path: { accountPrefix }, header: oneTime() };
    const job = await bodyOf(api.POST('/accounts/{accountPrefix}/erasures', { params, body }));
    await client.invalidateQueries({ queryKey: keyOf(accountPrefix) });
    return job;
  };
}
