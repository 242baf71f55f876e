import * as z from 'zod';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import { onAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import { CampaignSchema, CampaignUpdateSchema, campaignId, NewCampaignSchema } from './domain/campaign.ts';
import type { CampaignPorts } from './ports.ts';
import { campaignUseCases } from './use-cases/campaign-use-cases.ts';

export interface CampaignServices extends CampaignPorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

export const routes = entityRoutes({
  noun: 'campaign',
  plural: 'campaigns',
  tag: 'Campaigns',
  path: '/accounts/{accountPrefix}/campaigns',
  params: {
    parent: AccountPathSchema,
    id: AccountPathSchema.extend({
      campaignId: z
        .string()
        .min(1)
        .max(100)
        .meta({ description: 'The id of a campaign.', example: '0193a5c07e4b1f2d3c4b5a69788f' }),
    }),
  },
  schema: CampaignSchema,
  input: { create: NewCampaignSchema, update: CampaignUpdateSchema },
  access: onAccount,
  permissions: { read: 'setup.read', write: 'campaigns.manage' },
  idOf: campaignId,
  filterBy: ['name'],
  useCases: campaignUseCases,
  summaries: {
    list: 'List the campaigns of an account, the oldest first.',
    create: 'Create a campaign, with or without a CRM table of the same account.',
    update: 'Rename a campaign, or give it another CRM table or none, or another short name for its CRM or none.',
    delete: 'Delete a campaign; its CRM table and customers stay.',
  },
});
