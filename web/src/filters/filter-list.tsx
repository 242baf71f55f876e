import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Status } from '../shared/shell/status.tsx';
import type { Filter } from './model.ts';
import { useFilterPages } from './queries.ts';
import { FILTERS } from './text.ts';

/** @param table the address of the CRM table */
const columnsOf = (table: string): readonly Column<Filter>[] => [
  {
    id: 'name',
    header: FILTERS.name,
    cell: ({ filterId, name }) => <PageLink href={`${table}/filters/${filterId}`}>{name}</PageLink>,
    isName: true,
  },
  { id: 'updated', header: FILTERS.updated, cell: ({ updatedAt }) => shownDate(updatedAt) },
  {
    id: 'notices',
    header: FILTERS.notices,
    cell: ({ warnings }) => (warnings.length === 0 ? '' : <Status type="warning">{FILTERS.needsChange}</Status>),
  },
];

/** The saved filters of one CRM table, with the way to a new one. */
export function FilterList({
  accountPrefix,
  tablePrefix,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string;
}) {
  const table = `/accounts/${accountPrefix}/crm-tables/${tablePrefix}`;
  return (
    <EntityList
      name="filters"
      title={FILTERS.title}
      description={FILTERS.description}
      noun="filters"
      pages={useFilterPages(tablePrefix)}
      idOf={({ filterId }) => filterId}
      columns={columnsOf(table)}
      filterBy="name"
      empty={FILTERS.empty}
      actions={
        <UnlessViewing>
          <Button href={`${table}/filters/new`} onFollow={follow}>
            {FILTERS.create}
          </Button>
        </UnlessViewing>
      }
    />
  );
}
