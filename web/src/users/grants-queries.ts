import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { firstRoles } from '../roles/queries.ts';
import { type Api, answerOf, bodyOf, oneTime } from '../shared/api/client.ts';
import { useApi } from '../shared/services.tsx';
import type { UserGrant } from './grants-model.ts';

const keyOf = (userId: string) => ['users', 'grants', userId] as const;

const grantsQuery = (api: Api, userId: string) => ({
  queryKey: keyOf(userId),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/users/{userId}/grants', { params: { path: { userId } }, signal })),
});

/** The first hundred roles, and those of a user. @throws ApiError while rendering if they cannot be read */
export function useGrants(userId: string) {
  const api = useApi();
  const { data: roles } = useSuspenseQuery(firstRoles(api));
  const { data } = useSuspenseQuery(grantsQuery(api, userId));
  return { roles: roles.items, grants: data.body.grants, etag: data.etag };
}

export function useGrantWrites(userId: string) {
  const api = useApi();
  const client = useQueryClient();
  return {
    async update(grants: UserGrant[], etag: string): Promise<void> {
      const params = { path: { userId }, header: { 'if-match': etag, ...oneTime() } };
      await bodyOf(api.PUT('/users/{userId}/grants', { params, body: { grants } }));
      await client.invalidateQueries({ queryKey: ['users'] });
    },
    /** The roles as they are now, for the choice between two persons' changes. */
    read: () => client.fetchQuery({ ...grantsQuery(api, userId), staleTime: 0 }),
  };
}
