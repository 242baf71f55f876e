import { useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../api/client.ts';
import type { components } from '../api/schema.ts';
import { MOST_PER_REQUEST } from '../list/pages-model.ts';
import { useApi } from '../services.tsx';
import {
  type Feature,
  isOn,
  type Needs,
  needsAccounts,
  rejectionOf,
  withFeaturesOfAccounts,
} from './features-model.ts';
import { lookingOnly } from './view-model.ts';

export type Me = components['schemas']['Me'];
export type Permission = components['schemas']['Permission'];

export const ME_KEY = ['me'] as const;

export const meQuery = (api: Api) => ({
  queryKey: ME_KEY,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
    const me = lookingOnly(await bodyOf(api.GET('/me', { signal })));
    if (!needsAccounts(me)) return me;
    // One account more than those with a switch: enough to find one that has every feature.
    const limit = Math.min(MOST_PER_REQUEST, me.features.accounts.length + 1);
    const { items } = await bodyOf(api.GET('/accounts', { params: { query: { limit } }, signal }));
    return withFeaturesOfAccounts(
      me,
      items.map(({ prefix }) => prefix),
    );
  },
  staleTime: 60_000,
});

/** Who the user is, and what the user may do. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery(useApi())).data;
}

/** Whether the user, a supervisor, sees the console as another user: nothing can be changed then. */
export const useIsViewing = (): boolean => useMe().viewedBy !== undefined;

/** Whether a feature is on, everywhere and for an account. */
export function useIsOn(): (feature: Feature, accountPrefix?: string) => boolean {
  const me = useMe();
  return (feature, accountPrefix) => isOn(me, feature, accountPrefix);
}

/** Whether a part of the console is shown to the user: by its permission, and by its feature. */
export function useIsShown(): (needs: Needs) => boolean {
  const me = useMe();
  return (needs) => rejectionOf(me, needs) === undefined;
}

/** Whether the user has a permission on at least one account. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
