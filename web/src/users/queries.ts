import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { filterOf, queryOf } from './filter-model.ts';
import { type Invitations, type User, type UserValues, updateOf } from './model.ts';

const ALL = ['users'] as const;
/** The API begins 20 invitations a second. */
const FOLLOW_INTERVAL_MS = 1_000;

export const userQuery = (api: Api, userId: string) => ({
  queryKey: [...ALL, 'one', userId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/users/{userId}', { params: { path: { userId } }, signal })),
});

/** The users, in pages that the address names. */
export function useUserPages(): Pages<User> {
  const api = useApi();
  return usePages('users', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/users', { params: { query: { limit, cursor, ...queryOf(filterOf(filter ?? '')) } }, signal })),
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

/** Invites many users, and follows their invitations. */
export function useInvitations() {
  const api = useApi();
  const client = useQueryClient();
  const isPending = async (userId: string) => {
    const { signIn } = await bodyOf(api.GET('/users/{userId}', { params: { path: { userId } } }));
    return signIn.pending !== null;
  };
  return {
    invite: (userIds: string[]): Promise<Invitations> =>
      bodyOf(api.POST('/invitations', { params: { header: oneTime() }, body: { userIds } })),
    /**
     * Waits until no invitation is pending. They are carried out in about the order of the users, so only the first that is
     * pending is read again.
     * @param onDone called with the number of invitations that are carried out
     */
    async follow(userIds: readonly string[], onDone: (count: number) => void): Promise<void> {
      for (const [index, userId] of userIds.entries()) {
        while (await isPending(userId)) await new Promise((resolve) => setTimeout(resolve, FOLLOW_INTERVAL_MS));
        onDone(index + 1);
      }
      await client.invalidateQueries({ queryKey: ALL });
    },
  };
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
      const created = await bodyOf(api.POST('/users', { params: { header: oneTime() }, body: updateOf(values) }));
      await refresh();
      return created;
    },
    async update({ id }: User, values: UserValues, etag: string): Promise<void> {
      const request = { params: { path: { userId: id }, header: header(etag) }, body: updateOf(values) };
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
