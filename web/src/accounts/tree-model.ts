import type { Campaign } from '../campaigns/model.ts';
import { type Account, isAccountPrefix } from './model.ts';
import { ACCOUNTS } from './text.ts';

export type Node =
  | { readonly kind: 'account'; readonly id: string; readonly account: Account }
  | { readonly kind: 'campaign'; readonly id: string; readonly campaign: Campaign }
  | { readonly kind: 'message'; readonly id: string; readonly text: string };

export interface CampaignsOfAccount {
  readonly campaigns: readonly Campaign[];
  readonly isLoading: boolean;
  /** Whether the account has more campaigns than these. */
  readonly hasMore: boolean;
}

/** What stands below an account in the tree. An account always has a line below it, so that it can be opened. */
export function nodesOf({ prefix }: Account, found: CampaignsOfAccount | undefined): readonly Node[] {
  const message = (text: string): Node => ({ kind: 'message', id: `${prefix}.message`, text });
  if (found === undefined || found.isLoading) return [message('Loading')];
  if (found.campaigns.length === 0) return [message(ACCOUNTS.noCampaigns)];
  const campaigns = found.campaigns.map((campaign): Node => ({ kind: 'campaign', id: campaign.id, campaign }));
  return found.hasMore ? [...campaigns, message(ACCOUNTS.manyCampaigns)] : campaigns;
}

/** The parameter of the address that names the open accounts of the tree: `BRI.VOY`. */
export const OPEN_PARAMETER = 'tree.open';
const NONE_OPEN = 'none';

/** The accounts that are open. @param shown the account of the page: it alone is open until the user opens or closes one */
export function openAccounts(parameter: string | null, shown: string | undefined): readonly string[] {
  if (parameter === null) return shown === undefined ? [] : [shown];
  return parameter.split('.').filter((prefix) => isAccountPrefix(prefix));
}

/** The value of the parameter; undefined if the tree is open where it is without the parameter. */
export function openParameter(open: readonly string[], shown: string | undefined): string | undefined {
  const usual = openAccounts(null, shown);
  const isUsual = open.length === usual.length && usual.every((prefix) => open.includes(prefix));
  if (isUsual) return undefined;
  return open.length === 0 ? NONE_OPEN : open.join('.');
}

/** The address of a page of an account at which the same accounts are open, and the account itself. */
export function addressInTree(path: string, open: readonly string[], accountPrefix: string): string {
  const parameter = openParameter([...new Set([...open, accountPrefix])], accountPrefix);
  return parameter === undefined ? path : `${path}?${OPEN_PARAMETER}=${parameter}`;
}
