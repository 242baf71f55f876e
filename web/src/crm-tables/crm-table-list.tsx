import { type Column, EntityList } from '../shared/list/entity-list.tsx';
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
      empty={CRM_TABLES.empty}
    />
  );
}
