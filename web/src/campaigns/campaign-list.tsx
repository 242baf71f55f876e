import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import type { Campaign } from './model.ts';
import { useCampaignPages } from './queries.ts';
import { CAMPAIGNS } from './text.ts';

const COLUMNS: readonly Column<Campaign>[] = [
  {
    id: 'name',
    header: CAMPAIGNS.name,
    cell: ({ accountPrefix, id, name }) => (
      <PageLink href={`/accounts/${accountPrefix}/campaigns/${id}`}>{name}</PageLink>
    ),
    isName: true,
  },
  { id: 'crmTable', header: CAMPAIGNS.crmTable, cell: ({ crmTablePrefix }) => crmTablePrefix ?? CAMPAIGNS.noCrmTable },
  { id: 'created', header: CAMPAIGNS.created, cell: ({ createdAt }) => shownDate(createdAt) },
];

/** The campaigns of one account. */
export function CampaignList({ accountPrefix }: { readonly accountPrefix: string }) {
  const pages = useCampaignPages(accountPrefix);
  const mayManage = useMay()('campaigns.manage');
  const create = (
    <Button href={`/accounts/${accountPrefix}/campaigns/new`} onFollow={follow}>
      {CAMPAIGNS.create}
    </Button>
  );
  return (
    <EntityList
      name="campaigns"
      title={CAMPAIGNS.title}
      description={CAMPAIGNS.description}
      noun="campaigns"
      pages={pages}
      idOf={({ id }) => id}
      columns={COLUMNS}
      filterBy="name"
      actions={mayManage && create}
      empty={mayManage ? CAMPAIGNS.empty : CAMPAIGNS.emptyToReader}
    />
  );
}
