import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type User, type UserValues, updateOf } from './model.ts';

const ALL = ['users'] as const;

const userQuery = (api: Api, userId: string) => ({
  queryKey: [...ALL, 'one', userId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/users/{userId}', { params: { path: { userId } }, signal })),
});

/** The users, in pages that the address names. */
export function useUserPages(): Pages<User> {
  const api = useApi();
  return usePages('users', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/users', { params: { query: { limit, cursor, filter } }, signal })),
  );
}

/** One user with the ETag. @throws ApiError while rendering if the user cannot be read */
export function useUser(userId: string): Answer<User> {
  return useSuspenseQuery(userQuery(useApi(), userId)).data;
}

/** What a user may do. @throws ApiError while rendering if it cannot be read */
export function useRights(userId: string): components['schemas']['EffectiveRights'] {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: [...ALL, 'rights', userId],
    queryFn: ({ signal }) => bodyOf(api.GET('/users/{userId}/rights', { params: { path: { userId } }, signal })),
  }).data;
}

/** The first hundred groups, for a choice and for their names. */
export function useGroups() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['groups', 'first'],
    queryFn: ({ signal }) => bodyOf(api.GET('/groups', { params: { query: { limit: MOST_PER_REQUEST } }, signal })),
  });
  return { groups: data?.items ?? [], isLoading: data === undefined };
}

/** The writes of users. Each makes the lists and the user be read again, also if it fails. */
export function useUserWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ALL });
  const header = (etag: string) => ({ 'if-match': etag, ...oneTime() });
  const act = async (answer: Promise<User>): Promise<void> => {
    try {
      await answer;
    } finally {
      await refresh();
    }
  };
  const params = (userId: string) => ({ params: { path: { userId }, header: oneTime() } });
  return {
    async create(values: UserValues): Promise<User> {
      const created = await bodyOf(api.POST('/users', { params: { header: oneTime() }, body: updateOf(values, []) }));
      await refresh();
      return created;
    },
    async update({ id, teamIds }: User, values: UserValues, etag: string): Promise<void> {
      const request = { params: { path: { userId: id }, header: header(etag) }, body: updateOf(values, teamIds) };
      await bodyOf(api.PUT('/users/{userId}', request));
      await refresh();
    },
    async remove(userId: string, etag: string): Promise<void> {
      try {
        await done(api.DELETE('/users/{userId}', { params: { path: { userId }, header: header(etag) } }));
      } catch (error) {
        // Another person may have changed the user: the next attempt needs the ETag of now.
        await refresh();
        throw error;
      }
      client.removeQueries({ queryKey: [...ALL, 'one', userId] });
      client.removeQueries({ queryKey: [...ALL, 'rights', userId] });
      await refresh();
    },
    invite: (userId: string) => act(bodyOf(api.POST('/users/{userId}/invitation', params(userId)))),
    resetPassword: (userId: string) => act(bodyOf(api.POST('/users/{userId}/password-reset', params(userId)))),
    disable: (userId: string) => act(bodyOf(api.POST('/users/{userId}/disable', params(userId)))),
    enable: (userId: string) => act(bodyOf(api.POST('/users/{userId}/enable', params(userId)))),
    /** The user as they are now, for the choice between two persons' changes. */
    read: (userId: string) => client.fetchQuery({ ...userQuery(api, userId), staleTime: 0 }),
  };
}
