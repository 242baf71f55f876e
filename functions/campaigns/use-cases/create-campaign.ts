import type { Clock } from '../../shared/domain/clock.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Campaign, CampaignInput } from '../domain/campaign.ts';
import type { CampaignRepository } from '../ports.ts';
import { refusalOf } from './refuse.ts';

/** @throws DomainError `account.not-found`, `campaign.name-taken`, `campaign.table-unknown` */
export async function createCampaign(
  deps: { readonly campaigns: CampaignRepository; readonly clock: Clock; readonly ids: Ids },
  accountPrefix: string,
  input: CampaignInput,
): Promise<Revised<Campaign>> {
  const campaign = { id: deps.ids.newId(), accountPrefix, ...input, createdAt: deps.clock.now().toISOString() };
  const outcome = await deps.campaigns.create(campaign);
  if (outcome !== 'written') throw refusalOf(campaign, outcome);
  return { value: campaign, revision: 1 };
}
