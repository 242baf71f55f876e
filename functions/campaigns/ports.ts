import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Campaign } from './domain/campaign.ts';

/** Why a campaign was not written. */
export type CampaignRefusal = 'account-unknown' | 'name-taken' | 'table-unknown' | 'stale';

/** Account prefixes are upper case. All that a write depends on is checked in the write itself. */
export interface CampaignRepository {
  create(campaign: Campaign): Promise<'written' | CampaignRefusal>;
  read(accountPrefix: string, id: string): Promise<Revised<Campaign> | undefined>;
  /** In the order of creation. */
  list(accountPrefix: string, page: PageRequest): Promise<Page<Campaign>>;
  /** Replaces `before` (as read, at `revision`) by `after`; raises the revision by one. */
  replace(before: Campaign, after: Campaign, revision: number): Promise<'written' | CampaignRefusal>;
  delete(campaign: Campaign, revision: number): Promise<'deleted' | 'stale'>;
}
