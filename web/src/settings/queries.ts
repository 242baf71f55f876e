import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, oneTime } from '../shared/api/client.ts';
import { useApi } from '../shared/services.tsx';
import { ME_KEY } from '../shared/session/me.ts';
import type { FeatureSwitches } from './features-model.ts';

const featuresQuery = (api: Api) => ({
  queryKey: ['settings', 'features'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => answerOf(api.GET('/settings/features', { signal })),
});

/** The switches with their ETag. @throws ApiError while rendering if they cannot be read */
export function useFeatureSwitches(): Answer<FeatureSwitches> {
  return useSuspenseQuery(featuresQuery(useApi())).data;
}

export function useFeatureWrites() {
  const api = useApi();
  const client = useQueryClient();
  return {
    async update(body: FeatureSwitches, etag: string): Promise<void> {
      const params = { header: { 'if-match': etag, ...oneTime() } };
      await bodyOf(api.PUT('/settings/features', { params, body }));
      await client.invalidateQueries({ queryKey: featuresQuery(api).queryKey });
      await client.invalidateQueries({ queryKey: ME_KEY });
    },
    /** The switches as they are now, for the choice between two persons' changes. */
    read: () => client.fetchQuery({ ...featuresQuery(api), staleTime: 0 }),
  };
}
