import { useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../api/client.ts';
import type { components } from '../api/schema.ts';
import { useApi } from '../services.tsx';

export type Me = components['schemas']['Me'];
export type Permission = components['schemas']['Permission'];

export type Feature = components['schemas']['Feature'];

/** In the order in which pages show them. A feature that is added does not compile without its place. */
const FEATURE_PLACES: Readonly<Record<Feature, number>> = { crm: 0, outbound: 1, cases: 2, sales: 3 };

export const FEATURE_NAMES: readonly Feature[] = Object.keys(FEATURE_PLACES).filter(isFeature);

export function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURE_PLACES, name);
}

/** Whether a feature is on, everywhere and for an account. @param accountPrefix undefined for a question about no account */
export function isOn({ features }: Pick<Me, 'features'>, feature: Feature, accountPrefix?: string): boolean {
  const ofAccount = features.accounts.find(({ prefix }) => prefix === accountPrefix?.toUpperCase());
  return !features.off.includes(feature) && !ofAccount?.off.includes(feature);
}

export const ME_KEY = ['me'] as const;

export const meQuery = (api: Api) => ({
  queryKey: ME_KEY,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => bodyOf(api.GET('/me', { signal })),
  staleTime: 60_000,
});

/** Who the user is, and what the user may do. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery(useApi())).data;
}

/** Whether a feature is on, everywhere and for an account. */
export function useIsOn(): (feature: Feature, accountPrefix?: string) => boolean {
  const me = useMe();
  return (feature, accountPrefix) => isOn(me, feature, accountPrefix);
}

/** Whether the user has a permission on at least one account. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
