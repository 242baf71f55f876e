import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { auditOf } from '../audit/kinds.ts';
import { follow } from '../shared/router/use-place.ts';
import { useIsViewing, useMay } from '../shared/session/me.ts';
import { CRM_TABLES } from './text.ts';
import { UseInCampaign } from './use-in-campaign.tsx';

/** What a user may do with a CRM table, by permission. */
export function TableActions({
  accountPrefix,
  prefix,
  createdAt,
}: {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly createdAt: string;
}) {
  const may = useMay();
  const isViewing = useIsViewing();
  const [dialog, setDialog] = useState<'none' | 'campaign'>('none');
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const items = [
    ...(may('customers.import') && !isViewing
      ? [{ id: 'import', text: CRM_TABLES.import, href: `/accounts/${accountPrefix}/imports/new?table=${prefix}` }]
      : []),
    { id: 'versions', text: CRM_TABLES.versions, href: `${home}/versions` },
    ...(may('crm-tables.design') ? [{ id: 'copy', text: CRM_TABLES.copy, href: `${home}/copy` }] : []),
    ...(may('audit.read')
      ? [{ id: 'audit', text: CRM_TABLES.audit, href: auditOf('crm-table', prefix, createdAt) }]
      : []),
    ...(may('campaigns.manage') ? [{ id: 'campaign', text: CRM_TABLES.useInCampaign }] : []),
  ];
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ButtonDropdown
        items={items}
        onItemFollow={follow}
        onItemClick={({ detail }) => detail.id === 'campaign' && setDialog('campaign')}
      >
        {CRM_TABLES.actions}
      </ButtonDropdown>
      {may('crm-tables.design') && (
        <Button variant="primary" href={`${home}/design`} onFollow={follow}>
          {CRM_TABLES.design}
        </Button>
      )}
      {dialog === 'campaign' && (
        <UseInCampaign accountPrefix={accountPrefix} prefix={prefix} onClose={() => setDialog('none')} />
      )}
    </SpaceBetween>
  );
}
