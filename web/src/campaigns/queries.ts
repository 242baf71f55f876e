import { useQueries, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { CampaignsOfAccount } from '../accounts/tree-model.ts';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import { usePaused } from '../shared/form/use-paused.ts';
import { isListed } from '../shared/list/is-listed.ts';
import { LONGEST_FILTER, MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type Campaign, type CampaignValues, isSameName, updateOf, valuesOf } from './model.ts';

const ALL = ['campaigns'] as const;
const keyOf = (accountPrefix: string, ...rest: readonly string[]) => [...ALL, accountPrefix, ...rest];

const fetchCampaigns = (api: Api, accountPrefix: string, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(
    api.GET('/accounts/{accountPrefix}/campaigns', {
      params: { path: { accountPrefix }, query: { limit, cursor, filter } },
      signal,
    }),
  );

/** The first campaigns of an account. */
export const firstCampaigns = (api: Api, accountPrefix: string) => ({
  queryKey: keyOf(accountPrefix, 'first'),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    fetchCampaigns(api, accountPrefix, { limit: MOST_PER_REQUEST, cursor: undefined, filter: undefined, signal }),
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
  return usePages('campaigns', keyOf(accountPrefix, 'list'), (order) => fetchCampaigns(api, accountPrefix, order));
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

/**
 * Whether another campaign of the account has a name; false while it is not known. The API decides.
 * @param ownId of the campaign that gets the name; undefined for a new one
 */
export function useNameTaken(accountPrefix: string, name: string, ownId?: string): boolean {
  const api = useApi();
  const filter = usePaused(name.trim());
  const { data = false } = useQuery({
    queryKey: keyOf(accountPrefix, 'taken', filter, ownId ?? ''),
    enabled: filter !== '' && filter.length <= LONGEST_FILTER,
    queryFn: ({ signal }) =>
      isListed(
        (cursor) => fetchCampaigns(api, accountPrefix, { limit: MOST_PER_REQUEST, cursor, filter, signal }),
        (campaign) => campaign.id !== ownId && isSameName(campaign.name, filter),
      ),
  });
  return data && isSameName(name, filter);
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
      try {
        await done(api.DELETE('/accounts/{accountPrefix}/campaigns/{campaignId}', { params }));
      } catch (error) {
        // Another person may have changed the campaign: the next attempt needs its ETag of now.
        await refresh();
        throw error;
      }
      client.removeQueries({ queryKey: keyOf(accountPrefix, 'one', campaignId) });
      await refresh();
    },
    /** The campaign as it is now, for the choice between two persons' changes. */
    read: (campaignId: string) => client.fetchQuery({ ...campaignQuery(api, accountPrefix, campaignId), staleTime: 0 }),
  };
}

/** The first campaigns of an account, and a write that gives one of them a CRM table. */
export function useCampaignChoice(accountPrefix: string) {
  const { data } = useQuery(firstCampaigns(useApi(), accountPrefix));
  const { read, update } = useCampaignWrites(accountPrefix);
  return {
    campaigns: data?.items ?? [],
    async chooseTable(campaignId: string, crmTablePrefix: string): Promise<Campaign> {
      const { body, etag } = await read(campaignId);
      await update(campaignId, { ...valuesOf(body), crmTablePrefix }, etag);
      return body;
    },
  };
}
