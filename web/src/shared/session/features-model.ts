import type { components } from '../api/schema.ts';

type Me = components['schemas']['Me'];
type Permission = components['schemas']['Permission'];
export type Feature = components['schemas']['Feature'];

/** Every feature in words, in the order of the pages. A feature that is added does not compile without its word. */
export const FEATURE_TEXTS: Readonly<Record<Feature, string>> = {
  crm: 'CRM',
  outbound: 'Outbound',
  cases: 'Cases',
  sales: 'Sales',
};

export const FEATURE_NAMES: readonly Feature[] = Object.keys(FEATURE_TEXTS).filter(isFeature);

export function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURE_TEXTS, name);
}

/** Whether a feature is on, everywhere and for an account. @param accountPrefix undefined for a question about no account */
export function isOn({ features }: Pick<Me, 'features'>, feature: Feature, accountPrefix?: string): boolean {
  const ofAccount = features.accounts.find(({ prefix }) => prefix === accountPrefix?.toUpperCase());
  return !features.off.includes(feature) && !ofAccount?.off.includes(feature);
}

/**
 * The user with a feature off that is off for each of the accounts.
 * @param prefixes of all accounts, or of more accounts than have a feature off
 */
export function withFeaturesOfAccounts<M extends Pick<Me, 'features'>>(me: M, prefixes: readonly string[]): M {
  const isOffForEach = (feature: Feature) => prefixes.every((prefix) => !isOn(me, feature, prefix));
  const off =
    prefixes.length === 0 ? [] : FEATURE_NAMES.filter((feature) => isOn(me, feature) && isOffForEach(feature));
  return { ...me, features: { ...me.features, off: [...me.features.off, ...off] } };
}

/** Whether the accounts have to be read to know this: a role for all accounts names none of them. */
export const needsAccounts = ({ features, roles }: Pick<Me, 'features' | 'roles'>): boolean =>
  features.accounts.length > 0 &&
  roles.some(({ accounts, permissions }) => accounts.all && permissions.includes('setup.read'));

/** What a page or another part of the console needs. */
export interface Needs {
  readonly permission: Permission;
  readonly feature?: Feature | undefined;
}

/** Why a user does not see a page. */
type Rejection = 'no-access' | 'feature-off';

/**
 * Why the user does not see a part of the console; undefined if the user does. A user without the permission learns nothing
 * about the feature.
 * @param accountPrefix of the part; without it, one account suffices that has the feature and on which the user has the
 * permission
 */
export function rejectionOf(
  me: Pick<Me, 'features' | 'permissions' | 'roles'>,
  { permission, feature }: Needs,
  accountPrefix?: string,
): Rejection | undefined {
  if (!me.permissions.includes(permission)) return 'no-access';
  if (feature === undefined) return undefined;
  const isOpen =
    accountPrefix === undefined ? isOnSomewhere(me, permission, feature) : isOn(me, feature, accountPrefix);
  return isOpen ? undefined : 'feature-off';
}

/** A role for all accounts has the feature unless it is off for each of them (`withFeaturesOfAccounts`). */
function isOnSomewhere(me: Pick<Me, 'features' | 'roles'>, permission: Permission, feature: Feature): boolean {
  return me.roles
    .filter(({ permissions }) => permissions.includes(permission))
    .some(({ accounts }) =>
      accounts.all ? isOn(me, feature) : accounts.items.some(({ prefix }) => isOn(me, feature, prefix)),
    );
}
