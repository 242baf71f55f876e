import type { components } from '../api/schema.ts';

type Me = components['schemas']['Me'];
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
