import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type CrmTableSummary, useCrmTablePages } from './queries.ts';
import { CRM_TABLES } from './text.ts';

/** The CRM tables of one account. */
export function CrmTableList({ accountPrefix }: { readonly accountPrefix: string }) {
  const home = `/accounts/${accountPrefix}`;
  const addressOf = (prefix: string, deletingBy: string | undefined) =>
    deletingBy === undefined ? `${home}/crm-tables/${prefix}` : `${home}/maintenance/jobs/${deletingBy}`;
  const columns: readonly Column<CrmTableSummary>[] = [
    {
      id: 'name',
      header: CRM_TABLES.name,
      cell: ({ prefix, name, deletingBy }) => <PageLink href={addressOf(prefix, deletingBy)}>{name}</PageLink>,
      isName: true,
    },
    { id: 'prefix', header: CRM_TABLES.prefix, cell: ({ prefix }) => prefix },
    {
      id: 'published',
      header: CRM_TABLES.published,
      cell: ({ publishedVersion, deletingBy }) =>
        deletingBy === undefined ? (publishedVersion ?? CRM_TABLES.notPublished) : CRM_TABLES.beingDeleted,
    },
  ];
  const may = useMay();
  const mayDesign = may('crm-tables.design');
  const maintenance = `/accounts/${accountPrefix}/maintenance`;
  const tools = [
    { id: 'delete', text: CRM_TABLES.deletePrefixes, href: `${maintenance}/delete-tables` },
    { id: 'maintenance', text: CRM_TABLES.maintenance, href: maintenance },
  ];
  const create = (
    <SpaceBetween direction="horizontal" size="xs">
      {may('maintenance.run') && (
        <ButtonDropdown items={tools} onItemFollow={follow}>
          {CRM_TABLES.moreTools}
        </ButtonDropdown>
      )}
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
