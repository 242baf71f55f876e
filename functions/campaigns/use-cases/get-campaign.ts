import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignRepository } from '../ports.ts';

/** @throws DomainError `campaign.not-found`, also for a campaign of another account */
export async function getCampaign(
  deps: { readonly campaigns: Pick<CampaignRepository, 'read'> },
  accountPrefix: string,
  id: string,
): Promise<Revised<Campaign>> {
  const campaign = await deps.campaigns.read(accountPrefix, id);
  if (campaign) return campaign;
  throw new DomainError('not-found', 'campaign.not-found', `The account ${accountPrefix} has no such campaign.`);
}
