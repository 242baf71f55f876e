import { foldName } from '../../shared/domain/text.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Campaign } from '../domain/campaign.ts';
import { CAMPAIGN_PARTITIONS } from './partitions.ts';

const CAMPAIGN_SORT_PREFIX = 'CAMPAIGN#';

const campaignPartition = (accountPrefix: string): string => `${CAMPAIGN_PARTITIONS.campaigns}${accountPrefix}`;

/** The campaigns of an account, in the order of creation. */
export function campaignList(accountPrefix: string) {
  return { partition: campaignPartition(accountPrefix), sortPrefix: CAMPAIGN_SORT_PREFIX };
}

export function campaignKey(accountPrefix: string, campaignId: string): ControlKey {
  return { PK: campaignPartition(accountPrefix), SK: `${CAMPAIGN_SORT_PREFIX}${campaignId}` };
}

/** Reserves a campaign name within its account, regardless of case. */
export function campaignNameKey({ accountPrefix, name }: Pick<Campaign, 'accountPrefix' | 'name'>): ControlKey {
  return { PK: campaignPartition(accountPrefix), SK: `NAME#${foldName(name)}` };
}
