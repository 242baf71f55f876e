import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bodyOf } from '../api/client.ts';
import { useApi } from '../services.tsx';
import { useMay, useMe } from './me.ts';

/** Of one request. */
const MOST_NAMES = 100;
/** Names do not change while one reads. */
const NAMES_STALE_MS = 300_000;

/**
 * The names of users by their ids. A user who is gone has none, and neither has anybody for a user who reads no customers: the
 * id stands for the name then.
 * @param you stands for the name of the user
 */
export function useNames(userIds: readonly string[], you: string): (userId: string) => string {
  const api = useApi();
  const me = useMe();
  const mayRead = useMay()('customers.search');
  const others = [...new Set(userIds)].filter((userId) => userId !== me.userId).slice(0, MOST_NAMES);
  const { data } = useQuery({
    queryKey: ['user-names', ...others],
    enabled: mayRead && others.length > 0,
    staleTime: NAMES_STALE_MS,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => bodyOf(api.POST('/user-names', { body: { userIds: others }, signal })),
  });
  const names = new Map(data?.items.map(({ id, fullName }) => [id, fullName]));
  return (userId) => (userId === me.userId ? you : (names.get(userId) ?? userId));
}
