import * as z from 'zod';
import { type AccountRepository, getAccount } from '../accounts/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Revised } from '../shared/domain/revised.ts';
import { onAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { etagOf } from '../shared/http/etag.ts';
import { ID_POSITION, PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { type Campaign, CampaignChangeSchema, CampaignSchema, NewCampaignSchema } from './domain/campaign.ts';
import type { CampaignRepository } from './ports.ts';
import { createCampaign } from './use-cases/create-campaign.ts';
import { deleteCampaign } from './use-cases/delete-campaign.ts';
import { getCampaign } from './use-cases/get-campaign.ts';
import { updateCampaign } from './use-cases/update-campaign.ts';

export interface CampaignServices {
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly campaigns: CampaignRepository;
  readonly clock: Clock;
  readonly answers: AnswerStore;
  readonly ids: Ids;
}

const CampaignPathSchema = AccountPathSchema.extend({ campaignId: z.string().min(1).max(100) });

const define = routesOf<CampaignServices>();

function campaignResponse(status: number, { value, revision }: Revised<Campaign>): ApiResponse {
  return { status, body: value, etag: etagOf(revision) };
}

export const routes: readonly Route<CampaignServices>[] = [
  define({
    method: 'GET',
    path: '/accounts/{accountPrefix}/campaigns',
    operationId: 'listCampaigns',
    tag: 'Campaigns',
    summary: 'List the campaigns of an account, the oldest first.',
    access: onAccount('setup.read'),
    request: { params: AccountPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of campaigns.', body: pageSchema(CampaignSchema) },
    problems: [404],
    handle: async (services, { params, query }) => {
      const { value: account } = await getAccount(services, params.accountPrefix);
      const list = { name: `campaigns/${account.prefix}`, position: ID_POSITION };
      const page = await services.campaigns.list(account.prefix, pageRequest(list, query));
      return { status: 200, body: pageBody(list, page) };
    },
  }),
  define({
    method: 'POST',
    path: '/accounts/{accountPrefix}/campaigns',
    operationId: 'createCampaign',
    tag: 'Campaigns',
    summary: 'Create a campaign, with or without a CRM table of the same account.',
    access: onAccount('campaigns.manage'),
    request: { params: AccountPathSchema, query: NOTHING, body: NewCampaignSchema },
    response: { status: 201, description: 'The campaign.', body: CampaignSchema, hasETag: true, hasLocation: true },
    problems: [404, 409],
    handle: async (services, { params, body }) => {
      const campaign = await createCampaign(services, params.accountPrefix, body);
      const location = `/accounts/${campaign.value.accountPrefix}/campaigns/${campaign.value.id}`;
      return { ...campaignResponse(201, campaign), location };
    },
  }),
  define({
    method: 'GET',
    path: '/accounts/{accountPrefix}/campaigns/{campaignId}',
    operationId: 'getCampaign',
    tag: 'Campaigns',
    summary: 'Read a campaign.',
    access: onAccount('setup.read'),
    request: { params: CampaignPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The campaign.', body: CampaignSchema, hasETag: true },
    problems: [404],
    handle: async (services, { params }) =>
      campaignResponse(200, await getCampaign(services, params.accountPrefix, params.campaignId)),
  }),
  define({
    method: 'PUT',
    path: '/accounts/{accountPrefix}/campaigns/{campaignId}',
    operationId: 'updateCampaign',
    tag: 'Campaigns',
    summary: 'Rename a campaign, or give it another CRM table or none.',
    access: onAccount('campaigns.manage'),
    request: { params: CampaignPathSchema, query: NOTHING, body: CampaignChangeSchema },
    conditional: true,
    response: { status: 200, description: 'The changed campaign.', body: CampaignSchema, hasETag: true },
    problems: [404, 409, 412, 428],
    handle: async (services, { params, body, revision }) =>
      campaignResponse(200, await updateCampaign(services, params, body, revision)),
  }),
  define({
    method: 'DELETE',
    path: '/accounts/{accountPrefix}/campaigns/{campaignId}',
    operationId: 'deleteCampaign',
    tag: 'Campaigns',
    summary: 'Delete a campaign; its CRM table and customers stay.',
    access: onAccount('campaigns.manage'),
    request: { params: CampaignPathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: { status: 204, description: 'It is gone.' },
    problems: [404, 412, 428],
    handle: async (services, { params, revision }) => {
      await deleteCampaign(services, params, revision);
      return { status: 204 };
    },
  }),
];
