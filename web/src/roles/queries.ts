import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { useMay } from '../shared/session/me.ts';
import type { Role, RoleInput } from './model.ts';

const ALL = ['roles'] as const;

/** The first hundred roles. */
export const firstRoles = (api: Api) => ({
  queryKey: [...ALL, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/roles', { params: { query: { limit: MOST_PER_REQUEST } }, signal })),
});

/** The names of the roles with rules for fields of a CRM table; undefined while they are not known, or to be seen. */
export function useRolesWithRules(tablePrefix: string): readonly string[] | undefined {
  const { data } = useQuery({ ...firstRoles(useApi()), enabled: useMay()('users.manage') });
  const hasRules = ({ fieldRules }: Role) => fieldRules.some(({ prefix }) => prefix === tablePrefix);
  return data?.items.filter(hasRules).map(({ name }) => name);
}

const roleQuery = (api: Api, roleId: string) => ({
  queryKey: [...ALL, 'one', roleId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/roles/{roleId}', { params: { path: { roleId } }, signal })),
});

/** The roles, in pages that the address names. */
export function useRolePages(): Pages<Role> {
  const api = useApi();
  return usePages('roles', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/roles', { params: { query: { limit, cursor, filter } }, signal })),
  );
}

/** One role with its ETag. @throws ApiError while rendering if the role cannot be read */
export function useRole(roleId: string): Answer<Role> {
  return useSuspenseQuery(roleQuery(useApi(), roleId)).data;
}

/** The writes of roles. Each makes the roles, and what users may do by them, be read again. */
export function useRoleWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ALL });
    await client.invalidateQueries({ queryKey: ['users', 'rights'] });
  };
  const target = (roleId: string, etag: string) => ({ path: { roleId }, header: { 'if-match': etag, ...oneTime() } });
  return {
    async create(input: RoleInput): Promise<Role> {
      const created = await bodyOf(api.POST('/roles', { params: { header: oneTime() }, body: input }));
      await refresh();
      return created;
    },
    async update(roleId: string, input: RoleInput, etag: string): Promise<void> {
      await bodyOf(api.PUT('/roles/{roleId}', { params: target(roleId, etag), body: input }));
      await refresh();
    },
    async remove(roleId: string, etag: string): Promise<void> {
      await done(api.DELETE('/roles/{roleId}', { params: target(roleId, etag) }));
      client.removeQueries({ queryKey: [...ALL, 'one', roleId] });
      await refresh();
    },
    /** The role as it is now, for the choice between two persons' changes. */
    read: (roleId: string) => client.fetchQuery({ ...roleQuery(api, roleId), staleTime: 0 }),
  };
}
