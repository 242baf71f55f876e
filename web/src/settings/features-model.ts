import type { components } from '../shared/api/schema.ts';
import type { Feature } from '../shared/session/features-model.ts';

export type FeatureSwitches = components['schemas']['FeatureSwitches'];

/** What stands for every account. No account has it as its prefix, which is three letters. */
export const EVERY = '*';

const offOf = ({ off, accounts }: FeatureSwitches, account: string): readonly Feature[] =>
  account === EVERY ? off : (accounts.find(({ prefix }) => prefix === account)?.off ?? []);

/** The switches as one text, which the form compares and shows: `*: cases; BRI: crm, sales`. */
export function textOfSwitches(switches: FeatureSwitches): string {
  const accounts = [EVERY, ...switches.accounts.map(({ prefix }) => prefix).sort()];
  return accounts
    .map((account) => ({ account, off: [...offOf(switches, account)].sort() }))
    .filter(({ off }) => off.length > 0)
    .map(({ account, off }) => `${account}: ${off.join(', ')}`)
    .join('; ');
}

/** @param text as `textOfSwitches` writes it @param features those that exist */
export function switchesOfText(text: string, features: readonly Feature[]): FeatureSwitches {
  const lists = text.split('; ').flatMap((part) => {
    const [prefix, list] = part.split(': ');
    if (!prefix || !list) return [];
    const names = list.split(', ');
    return [{ prefix, off: features.filter((feature) => names.includes(feature)) }];
  });
  return {
    off: lists.find(({ prefix }) => prefix === EVERY)?.off ?? [],
    accounts: lists.filter(({ prefix }) => prefix !== EVERY),
  };
}

export const isSwitchedOff = (switches: FeatureSwitches, account: string, feature: Feature): boolean =>
  offOf(switches, account).includes(feature);

/** Switches a feature off or on, for every account or for one. */
export function switched(switches: FeatureSwitches, account: string, feature: Feature): FeatureSwitches {
  const before = offOf(switches, account);
  const off = before.includes(feature) ? before.filter((each) => each !== feature) : [...before, feature];
  if (account === EVERY) return { ...switches, off: [...off] };
  const others = switches.accounts.filter(({ prefix }) => prefix !== account);
  return { ...switches, accounts: [...others, { prefix: account, off: [...off] }] };
}
