import { DomainError } from '../../shared/domain/errors.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignRefusal } from '../ports.ts';

/** The refusal of a campaign that was not written, as its caller learns it. */
export function refusalOf(campaign: Campaign, refusal: CampaignRefusal): DomainError {
  switch (refusal) {
    case 'account-unknown':
      return new DomainError('not-found', 'account.not-found', `There is no account ${campaign.accountPrefix}.`);
    case 'name-taken':
      return new DomainError('conflict', 'campaign.name-taken', 'The account has a campaign of this name.', [
        { pointer: '/name', code: 'campaign.name-taken', detail: 'Choose another name.' },
      ]);
    case 'table-unknown':
      return new DomainError('invalid', 'campaign.table-unknown', 'The account has no such CRM table.', [
        { pointer: '/crmTablePrefix', code: 'campaign.table-unknown', detail: 'Name a CRM table of this account.' },
      ]);
    case 'stale':
      return staleRevision();
  }
}
