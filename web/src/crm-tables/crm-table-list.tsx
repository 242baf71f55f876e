import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type CrmTableSummary, useCrmTablePages } from './queries.ts';
import { CRM_TABLES } from './text.ts';

/** The CRM tables of one account. */
export function CrmTableList({ accountPrefix }: { readonly accountPrefix: string }) {
  const columns: readonly Column<CrmTableSummary>[] = [
    {
      id: 'name',
      header: CRM_TABLES.name,
      cell: ({ prefix, name }) => <PageLink href={`/accounts/${accountPrefix}/crm-tables/${prefix}`}>{name}</PageLink>,
      isName: true,
    },
    { id: 'prefix', header: CRM_TABLES.prefix, cell: ({ prefix }) => prefix },
    {
      id: 'published',
      header: CRM_TABLES.published,
      cell: ({ publishedVersion }) => publishedVersion ?? CRM_TABLES.notPublished,
    },
  ];
  const mayDesign = useMay()('crm-tables.design');
  const create = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button href={`/accounts/${accountPrefix}/new-crm-table/from-file`} onFollow={follow}>
        {CRM_TABLES.fromFile}
      </Button>
      <Button href={`/accounts/${accountPrefix}/new-crm-table`} onFollow={follow}>
        {CRM_TABLES.create}
      </Button>
    </SpaceBetween>
  );
  return (
    <EntityList
      name="crm-tables"
      title={CRM_TABLES.title}
      description={CRM_TABLES.description}
      noun="CRM tables"
      pages={useCrmTablePages(accountPrefix)}
      idOf={({ prefix }) => prefix}
      columns={columns}
      filterBy="name or prefix"
      actions={mayDesign && create}
      empty={mayDesign ? CRM_TABLES.empty : CRM_TABLES.emptyToReader}
    />
  );
}
