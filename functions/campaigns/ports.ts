import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Repository, WriteRejection } from '../shared/domain/repository.ts';
import type { Campaign, CampaignId } from './domain/campaign.ts';

/** `table-unknown`: the account of the campaign has no such CRM table. */
export type CampaignRejection = WriteRejection | 'table-unknown';

export type CampaignRepository = Repository<Campaign, Pick<CampaignId, 'accountPrefix'>, CampaignId, CampaignRejection>;

export interface CampaignPorts {
  readonly campaigns: CampaignRepository;
  readonly clock: Clock;
  readonly ids: Ids;
}
