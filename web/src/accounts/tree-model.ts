import type { Campaign } from '../campaigns/model.ts';
import type { Account } from './model.ts';
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
