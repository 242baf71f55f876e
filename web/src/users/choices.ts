import { useQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../shared/api/client.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { useApi } from '../shared/services.tsx';
import { userQuery } from './queries.ts';

/** How many users a choice offers. */
const MOST = 20;

/** The first hundred users. */
export const firstUsers = (api: Api) => ({
  queryKey: ['users', 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/users', { params: { query: { limit: MOST_PER_REQUEST } }, signal })),
});

/** Users whose name contains a text, to choose one; none for an empty text. */
export function useUserChoices(text: string) {
  const api = useApi();
  const { data, isFetching } = useQuery({
    queryKey: ['users', 'choices', text],
    enabled: text !== '',
    queryFn: ({ signal }) => bodyOf(api.GET('/users', { params: { query: { limit: MOST, filter: text } }, signal })),
  });
  return { users: data?.items ?? [], isLoading: isFetching };
}

/** The full name of a user; undefined while it is not known. @param userId empty for none */
export function useUserName(userId: string): string | undefined {
  const { data } = useQuery({ ...userQuery(useApi(), userId), enabled: userId !== '' });
  return data?.body.fullName;
}
