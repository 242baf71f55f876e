import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { foldName } from '../../shared/domain/text.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Campaign, CampaignSchema } from '../domain/campaign.ts';
import { CAMPAIGN_PARTITIONS } from './partitions.ts';

export const CAMPAIGN_SORT_PREFIX = 'CAMPAIGN#';

export function campaignPartition(accountPrefix: string): string {
  return `${CAMPAIGN_PARTITIONS.campaigns}${accountPrefix}`;
}

export function campaignKey(accountPrefix: string, campaignId: string): ControlKey {
  return { PK: campaignPartition(accountPrefix), SK: `${CAMPAIGN_SORT_PREFIX}${campaignId}` };
}

/** Claims a campaign name within its account, whatever its case. */
export function campaignNameKey({ accountPrefix, name }: Pick<Campaign, 'accountPrefix' | 'name'>): ControlKey {
  return { PK: campaignPartition(accountPrefix), SK: `NAME#${foldName(name)}` };
}

/** A campaign without a CRM table has no attribute for it. */
const CampaignItemSchema = z.object({
  ...CampaignSchema.shape,
  crmTablePrefix: z.string().optional(),
  revision: z.int().min(1),
});

export const CAMPAIGN_ATTRIBUTES = Object.keys(CampaignItemSchema.shape);

export function toCampaignItem(campaign: Campaign, revision: number): Item {
  return toItem({
    ...campaignKey(campaign.accountPrefix, campaign.id),
    ...campaign,
    crmTablePrefix: campaign.crmTablePrefix ?? undefined,
    revision,
  });
}

export function fromCampaignItem(item: Item): Revised<Campaign> {
  const { revision, crmTablePrefix = null, ...rest } = readItem(CampaignItemSchema, item);
  return { value: { ...rest, crmTablePrefix }, revision };
}
