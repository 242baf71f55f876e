import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type ImportDefinition, useDefinitionPages } from './queries.ts';
import { DEFINITIONS } from './text.ts';

/** @param table the address of the CRM table */
const columnsOf = (table: string): readonly Column<ImportDefinition>[] => [
  {
    id: 'name',
    header: DEFINITIONS.name,
    cell: ({ definitionId, name }) => <PageLink href={`${table}/definitions/${definitionId}`}>{name}</PageLink>,
    isName: true,
  },
  {
    id: 'default',
    header: DEFINITIONS.isDefault,
    cell: ({ isDefault }) => (isDefault ? DEFINITIONS.yes : DEFINITIONS.no),
  },
  { id: 'version', header: DEFINITIONS.version, cell: ({ version }) => version },
  { id: 'updated', header: DEFINITIONS.updated, cell: ({ updatedAt }) => shownDate(updatedAt) },
  { id: 'warnings', header: DEFINITIONS.warnings, cell: ({ warnings }) => warnings.length },
];

/** The import definitions of one CRM table. */
export function DefinitionList({
  accountPrefix,
  tablePrefix,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string;
}) {
  return (
    <EntityList
      name="definitions"
      title={DEFINITIONS.title}
      description={DEFINITIONS.description}
      noun="import definitions"
      pages={useDefinitionPages(tablePrefix)}
      idOf={({ definitionId }) => definitionId}
      columns={columnsOf(`/accounts/${accountPrefix}/crm-tables/${tablePrefix}`)}
      filterBy="name"
      empty={DEFINITIONS.empty}
    />
  );
}
