import { DomainError } from '../../shared/domain/errors.ts';
import { entityUseCases } from '../../shared/use-cases/entity-use-cases.ts';
import { type Campaign, type CampaignId, type CampaignInput, campaignId } from '../domain/campaign.ts';
import type { CampaignPorts } from '../ports.ts';

function tableUnknown(): DomainError {
  return new DomainError('invalid', 'campaign.table-unknown', 'The account has no CRM table with this prefix.', [
    { pointer: '/crmTablePrefix', code: 'campaign.table-unknown', detail: 'Name a CRM table of this account.' },
  ]);
}

export const campaignUseCases = entityUseCases({
  noun: 'campaign',
  parentNoun: 'account',
  repository: ({ campaigns }: CampaignPorts) => campaigns,
  make: (input: CampaignInput, { accountPrefix }: Pick<CampaignId, 'accountPrefix'>, { ids, clock }) => ({
    id: ids.newId(),
    accountPrefix,
    ...input,
    createdAt: clock.now().toISOString(),
  }),
  update: (before: Campaign, change: CampaignInput) => ({ ...before, ...change }),
  idOf: campaignId,
  audit: { account: ({ accountPrefix }) => accountPrefix, personal: [] },
  rejections: { 'table-unknown': tableUnknown },
});
