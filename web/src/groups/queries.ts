import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type Group, type GroupValues, withGroup, withoutGroup } from './model.ts';

type User = components['schemas']['User'];

const ALL = ['groups'] as const;
/** The first hundred groups, for a choice and for their names. */
export const firstGroups = (api: Api) => ({
  queryKey: [...ALL, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/groups', { params: { query: { limit: MOST_PER_REQUEST } }, signal })),
});

export function useGroups() {
  const { data } = useQuery(firstGroups(useApi()));
  return { groups: data?.items ?? [], isLoading: data === undefined };
}

/** The groups, in pages that the address names. */
export function useGroupPages(): Pages<Group> {
  const api = useApi();
  return usePages('groups', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/groups', { params: { query: { limit, cursor, filter } }, signal })),
  );
}

const groupQuery = (api: Api, groupId: string) => ({
  queryKey: [...ALL, 'one', groupId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/groups/{groupId}', { params: { path: { groupId } }, signal })),
});

/** One group with its ETag. @throws ApiError while rendering if the group cannot be read */
export function useGroup(groupId: string): Answer<Group> {
  return useSuspenseQuery(groupQuery(useApi(), groupId)).data;
}

/** The users of a group, in pages that the address names. */
export function useMemberPages(groupId: string): Pages<User> {
  const api = useApi();
  return usePages('members', ['users', 'of-group', groupId], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/users', { params: { query: { limit, cursor, filter, group: groupId } }, signal })),
  );
}

/** The writes of groups and of their users. */
export function useGroupWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ALL });
  const header = (etag: string) => ({ 'if-match': etag, ...oneTime() });
  const change = async (userId: string, changed: (user: User) => components['schemas']['UserUpdate']) => {
    const { body, etag } = await answerOf(api.GET('/users/{userId}', { params: { path: { userId } } }));
    const params = { path: { userId }, header: header(etag) };
    await bodyOf(api.PUT('/users/{userId}', { params, body: changed(body) }));
    await client.invalidateQueries({ queryKey: ['users'] });
  };
  return {
    async create({ name }: GroupValues): Promise<Group> {
      const created = await bodyOf(api.POST('/groups', { params: { header: oneTime() }, body: { name: name.trim() } }));
      await refresh();
      return created;
    },
    async update(groupId: string, { name }: GroupValues, etag: string): Promise<void> {
      const params = { path: { groupId }, header: header(etag) };
      await bodyOf(api.PUT('/groups/{groupId}', { params, body: { name: name.trim() } }));
      await refresh();
    },
    async remove(groupId: string, etag: string): Promise<void> {
      await done(api.DELETE('/groups/{groupId}', { params: { path: { groupId }, header: header(etag) } }));
      client.removeQueries({ queryKey: [...ALL, 'one', groupId] });
      await refresh();
    },
    addMember: (groupId: string, userId: string) => change(userId, (user) => withGroup(user, groupId)),
    removeMember: (groupId: string, userId: string) => change(userId, (user) => withoutGroup(user, groupId)),
    /** The group as it is now, for the choice between two persons' changes. */
    read: (groupId: string) => client.fetchQuery({ ...groupQuery(api, groupId), staleTime: 0 }),
  };
}
