import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { campaignKey } from '../../shared/dynamodb/control-keys.ts';
import { type Campaign, CampaignSchema } from '../domain/campaign.ts';

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
