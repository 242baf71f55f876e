import { useSuspenseQuery } from '@tanstack/react-query';
import { bodyOf } from '../api/client.ts';
import type { components } from '../api/schema.ts';
import { useApi } from '../services.tsx';

export type Me = components['schemas']['Me'];
export type Permission = components['schemas']['Permission'];

export const ME_KEY = ['me'] as const;

/** Who the user is, and what the user may do. */
export function useMe(): Me {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ME_KEY,
    queryFn: ({ signal }) => bodyOf(api.GET('/me', { signal })),
    staleTime: 60_000,
  }).data;
}

/** Whether the user has a permission on at least one account. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
