import Box from '@cloudscape-design/components/box';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { useSearch } from '../shared/router/use-search.ts';
import { shownDate } from '../shared/shell/date.ts';
import { type ImportDefinition, useDefinitionPages } from './queries.ts';

const TEXT = {
  title: 'Import definitions',
  description: 'How files for this CRM table are read: their format, their columns, and the rules of the import.',
  empty: 'No import definition is saved yet. Without one, an import reads a file by its header row.',
  name: 'Name',
  isDefault: 'Used unless another is named',
  version: 'Version',
  updated: 'Updated',
  yes: 'Yes',
  no: 'No',
} as const;

/** @param named the id that the address names, for instance after a search: its name is bold */
const columnsOf = (named: string | null): readonly Column<ImportDefinition>[] => [
  {
    id: 'name',
    header: TEXT.name,
    cell: ({ definitionId, name }) => <Box fontWeight={definitionId === named ? 'bold' : 'normal'}>{name}</Box>,
    isName: true,
  },
  { id: 'default', header: TEXT.isDefault, cell: ({ isDefault }) => (isDefault ? TEXT.yes : TEXT.no) },
  { id: 'version', header: TEXT.version, cell: ({ version }) => version },
  { id: 'updated', header: TEXT.updated, cell: ({ updatedAt }) => shownDate(updatedAt) },
];

/** The import definitions of one CRM table. */
export function DefinitionList({ tablePrefix }: { readonly tablePrefix: string }) {
  const [search] = useSearch();
  return (
    <EntityList
      name="definitions"
      title={TEXT.title}
      description={TEXT.description}
      noun="import definitions"
      pages={useDefinitionPages(tablePrefix)}
      idOf={({ definitionId }) => definitionId}
      columns={columnsOf(search.get('definition'))}
      filterBy="name"
      empty={TEXT.empty}
    />
  );
}
