import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const NewCampaignPage = lazyPage(() => import('./new-campaign-page.tsx'));
const CampaignPage = lazyPage(() => import('./campaign-page.tsx'));
const EditCampaignPage = lazyPage(() => import('./edit-campaign-page.tsx'));

/** The pages of campaigns by address, each with the permission that it needs. */
export const CAMPAIGN_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/campaigns/new">
      {(params) => (
        <Requires permission="campaigns.manage">
          <NewCampaignPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/campaigns/:campaignId">
      {(params) => (
        <Requires permission="setup.read">
          <CampaignPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/campaigns/:campaignId/edit">
      {(params) => (
        <Requires permission="campaigns.manage">
          <EditCampaignPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
