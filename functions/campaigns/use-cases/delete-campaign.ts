import { staleRevision } from '../../shared/domain/revised.ts';
import type { CampaignRepository } from '../ports.ts';
import { getCampaign } from './get-campaign.ts';

/**
 * Deletes a campaign that is still as its reader saw it; its CRM table and customers stay.
 * @throws DomainError `campaign.not-found`, `if-match.stale`
 */
export async function deleteCampaign(
  deps: { readonly campaigns: CampaignRepository },
  path: { readonly accountPrefix: string; readonly campaignId: string },
  revision: number,
): Promise<void> {
  const current = await getCampaign(deps, path.accountPrefix, path.campaignId);
  if (current.revision !== revision) throw staleRevision();
  if ((await deps.campaigns.delete(current.value, revision)) === 'stale') throw staleRevision();
}
