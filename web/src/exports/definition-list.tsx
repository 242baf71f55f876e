import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type ExportDefinition, useExportDefinitionPages } from './queries.ts';
import { EXPORT_WIZARD, EXPORT_DEFINITIONS as TEXT } from './text.ts';

/** @param table the address of the CRM table */
const columnsOf = (table: string): readonly Column<ExportDefinition>[] => [
  {
    id: 'name',
    header: TEXT.name,
    cell: ({ exportDefinitionId, name }) => (
      <PageLink href={`${table}/export-definitions/${exportDefinitionId}`}>{name}</PageLink>
    ),
    isName: true,
  },
  { id: 'kind', header: TEXT.kind, cell: ({ options }) => EXPORT_WIZARD.kinds[options.kind ?? 'customers'] },
  { id: 'updated', header: TEXT.updated, cell: ({ updatedAt }) => shownDate(updatedAt) },
];

/** The export definitions of one CRM table. */
export function ExportDefinitionList({
  accountPrefix,
  tablePrefix,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string;
}) {
  return (
    <EntityList
      name="export-definitions"
      title={TEXT.title}
      description={TEXT.description}
      noun="export definitions"
      pages={useExportDefinitionPages(tablePrefix)}
      idOf={({ exportDefinitionId }) => exportDefinitionId}
      columns={columnsOf(`/accounts/${accountPrefix}/crm-tables/${tablePrefix}`)}
      filterBy="name"
      empty={TEXT.empty}
    />
  );
}
