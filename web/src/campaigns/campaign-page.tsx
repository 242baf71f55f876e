import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { BesideTree } from '../accounts/beside-tree.tsx';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useCrmTable } from '../crm-tables/queries.ts';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsOn, useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { Status } from '../shared/shell/status.tsx';
import { useCampaign, useCampaignWrites } from './queries.ts';
import { CAMPAIGNS } from './text.ts';

export interface CampaignPath {
  readonly accountPrefix: string;
  readonly campaignId: string;
}

export default function CampaignPage({ params: { accountPrefix, campaignId } }: { readonly params: CampaignPath }) {
  const { body: campaign, etag } = useCampaign(accountPrefix, campaignId);
  const { remove } = useCampaignWrites(accountPrefix);
  const mayManage = useMay()('campaigns.manage');
  const isOn = useIsOn();
  const { name, crmTablePrefix, crmName, createdAt } = campaign;
  const account = `/accounts/${campaign.accountPrefix}`;
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <DeleteButton title={`Delete campaign ${name}`} remove={() => remove(campaignId, etag)} next={account}>
        {CAMPAIGNS.deleteText}
      </DeleteButton>
      <Button href={`${account}/campaigns/${campaignId}/edit`} onFollow={follow}>
        {CAMPAIGNS.edit}
      </Button>
    </SpaceBetween>
  );
  const above = useAccountCrumbs(campaign.accountPrefix);
  return (
    <Page title={name} above={above} actions={mayManage && actions}>
      <BesideTree accountPrefix={campaign.accountPrefix} campaignId={campaignId}>
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">{CAMPAIGNS.details}</Header>}>
            <KeyValuePairs
              columns={4}
              items={[
                { label: CAMPAIGNS.account, value: <PageLink href={account}>{campaign.accountPrefix}</PageLink> },
                { label: CAMPAIGNS.crmTable, value: crmTablePrefix ?? CAMPAIGNS.noCrmTable },
                { label: CAMPAIGNS.crmName, value: crmName ?? CAMPAIGNS.noCrmName },
                { label: CAMPAIGNS.created, value: shownDate(createdAt) },
              ]}
            />
          </Container>
          {isOn('crm', campaign.accountPrefix) && (
            <Container header={<Header variant="h2">{CAMPAIGNS.customers}</Header>}>
              {crmTablePrefix === null ? (
                <Status type="pending">{CAMPAIGNS.chooseTable}</Status>
              ) : (
                <Customers accountPrefix={campaign.accountPrefix} tablePrefix={crmTablePrefix} />
              )}
            </Container>
          )}
        </SpaceBetween>
      </BesideTree>
    </Page>
  );
}

/** A campaign shows nothing of customers until its CRM table is published. */
function Customers({ accountPrefix, tablePrefix }: { readonly accountPrefix: string; readonly tablePrefix: string }) {
  const table = useCrmTable(accountPrefix, tablePrefix).body;
  return table.published === null ? (
    <Status type="pending">{CAMPAIGNS.publishTable(tablePrefix)}</Status>
  ) : (
    <PageLink href={`/accounts/${accountPrefix}/crm-tables/${tablePrefix}`}>
      {CAMPAIGNS.showsTable(tablePrefix)}
    </PageLink>
  );
}
