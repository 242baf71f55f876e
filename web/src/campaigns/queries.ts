import { useQueries, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { CampaignsOfAccount } from '../accounts/tree-model.ts';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type Campaign, type CampaignValues, updateOf } from './model.ts';

const ALL = ['campaigns'] as const;
const keyOf = (accountPrefix: string, ...rest: readonly string[]) => [...ALL, accountPrefix, ...rest];
const PAGE_SIZE = 25;
/** The most campaigns of an account that a tree or a choice shows. */
const MOST = 100;

/** The first campaigns of an account. */
export const firstCampaigns = (api: Api, accountPrefix: string) => ({
  queryKey: keyOf(accountPrefix, 'first'),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(
      api.GET('/accounts/{accountPrefix}/campaigns', {
        params: { path: { accountPrefix }, query: { limit: MOST } },
        signal,
      }),
    ),
});

export const campaignQuery = (api: Api, accountPrefix: string, campaignId: string) => ({
  queryKey: keyOf(accountPrefix, 'one', campaignId),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(
      api.GET('/accounts/{accountPrefix}/campaigns/{campaignId}', {
        params: { path: { accountPrefix, campaignId } },
        signal,
      }),
    ),
});

/** The campaigns of an account, in pages that the address names. */
export function useCampaignPages(accountPrefix: string): Pages<Campaign> {
  const api = useApi();
  return usePages('campaigns', keyOf(accountPrefix, 'list'), ({ cursor, signal }) =>
    bodyOf(
      api.GET('/accounts/{accountPrefix}/campaigns', {
        params: { path: { accountPrefix }, query: { limit: PAGE_SIZE, cursor } },
        signal,
      }),
    ),
  );
}

/** The first campaigns of several accounts, by account prefix. */
export function useCampaignsOf(accountPrefixes: readonly string[]): Readonly<Record<string, CampaignsOfAccount>> {
  const api = useApi();
  const results = useQueries({ queries: accountPrefixes.map((prefix) => firstCampaigns(api, prefix)) });
  return Object.fromEntries(
    accountPrefixes.map((prefix, index) => {
      const data = results[index]?.data;
      return [
        prefix,
        { campaigns: data?.items ?? [], isLoading: data === undefined, hasMore: data?.nextCursor !== undefined },
      ];
    }),
  );
}

/** The first campaigns of an account, to tell early that a name is taken; the API decides. */
export function useKnownCampaigns(accountPrefix: string): readonly Campaign[] {
  return useQuery(firstCampaigns(useApi(), accountPrefix)).data?.items ?? [];
}

/** One campaign with its ETag. @throws ApiError while rendering if it cannot be read */
export function useCampaign(accountPrefix: string, campaignId: string): Answer<Campaign> {
  return useSuspenseQuery(campaignQuery(useApi(), accountPrefix, campaignId)).data;
}

/** The writes of the campaigns of an account. Each makes the lists and the campaign itself be read again. */
export function useCampaignWrites(accountPrefix: string) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(accountPrefix) });
  const target = (campaignId: string, etag: string) => ({
    path: { accountPrefix, campaignId },
    header: { 'if-match': etag, ...oneTime() },
  });
  return {
    async create(values: CampaignValues): Promise<Campaign> {
      const params = { path: { accountPrefix }, header: oneTime() };
      const created = await bodyOf(api.POST('/accounts/{accountPrefix}/campaigns', { params, body: updateOf(values) }));
      await refresh();
      return created;
    },
    async update(campaignId: string, values: CampaignValues, etag: string): Promise<void> {
      const params = target(campaignId, etag);
      await bodyOf(api.PUT('/accounts/{accountPrefix}/campaigns/{campaignId}', { params, body: updateOf(values) }));
      await refresh();
    },
    async remove(campaignId: string, etag: string): Promise<void> {
      const params = target(campaignId, etag);
      await done(api.DELETE('/accounts/{accountPrefix}/campaigns/{campaignId}', { params }));
      client.removeQueries({ queryKey: keyOf(accountPrefix, 'one', campaignId) });
      await refresh();
    },
    /** The campaign as it is now, for the choice between two persons' changes. */
    read: (campaignId: string) => client.fetchQuery({ ...campaignQuery(api, accountPrefix, campaignId), staleTime: 0 }),
  };
}
