/** What can be switched off, for the whole installation or for single accounts. Routes name their feature. */
export const FEATURES = {
  crm: 'CRM tables, their customers, and imports.',
  outbound: 'Outbound lists and their calls.',
  cases: 'Cases of customers.',
  sales: 'Sales to customers.',
} as const satisfies Record<string, string>;

export type Feature = keyof typeof FEATURES;

export const FEATURE_NAMES = Object.keys(FEATURES).filter(isFeature);

function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURES, name);
}

/** The features that are off. All others are on, also those of later releases. */
export interface FeatureSwitches {
  /** For every account. */
  readonly off: readonly Feature[];
  /** For single accounts, in addition. */
  readonly accounts: readonly { readonly prefix: string; readonly off: readonly Feature[] }[];
}

/** Reads the switches, as a port. */
export interface FeatureReader {
  switches(): Promise<FeatureSwitches>;
}

export const ALL_ON: FeatureSwitches = { off: [], accounts: [] };

/** Whether a feature is off everywhere, or on an account. @param accountPrefix undefined if the question is about no account */
export function isOff(
  { off, accounts }: FeatureSwitches,
  feature: Feature,
  accountPrefix: string | undefined,
): boolean {
  if (off.includes(feature)) return true;
  return accounts.some(({ prefix, off: ofAccount }) => prefix === accountPrefix && ofAccount.includes(feature));
}

/** Whether the feature is off for some account alone: only then does a request need its account. */
export const isOffSomewhere = ({ accounts }: FeatureSwitches, feature: Feature): boolean =>
  accounts.some(({ off }) => off.includes(feature));
