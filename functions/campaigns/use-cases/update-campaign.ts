import { type Revised, staleRevision } from '../../shared/domain/revised.ts';
import type { Campaign, CampaignInput } from '../domain/campaign.ts';
import type { CampaignRepository } from '../ports.ts';
import { getCampaign } from './get-campaign.ts';
import { refusalOf } from './refuse.ts';

/**
 * Changes a campaign that is still as its reader saw it.
 * @throws DomainError `campaign.not-found`, `campaign.name-taken`, `campaign.table-unknown`, `if-match.stale`
 */
export async function updateCampaign(
  deps: { readonly campaigns: CampaignRepository },
  path: { readonly accountPrefix: string; readonly campaignId: string },
  input: CampaignInput,
  revision: number,
): Promise<Revised<Campaign>> {
  const current = await getCampaign(deps, path.accountPrefix, path.campaignId);
  // The claim on the name belongs to what is stored now, so only that may be replaced.
  if (current.revision !== revision) throw staleRevision();
  const campaign = { ...current.value, ...input };
  const outcome = await deps.campaigns.replace(current.value, campaign, revision);
  if (outcome !== 'written') throw refusalOf(campaign, outcome);
  return { value: campaign, revision: revision + 1 };
}
