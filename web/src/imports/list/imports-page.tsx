import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../../shared/list/entity-list.tsx';
import { follow } from '../../shared/router/use-place.ts';
import { useNames } from '../../shared/session/names.ts';
import { UnlessViewing } from '../../shared/session/unless-viewing.tsx';
import { shownDate } from '../../shared/shell/date.ts';
import { PageLink } from '../../shared/shell/link.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { ImportStatus } from '../import-status.tsx';
import type { ImportSummary } from '../model.ts';
import { personsOf, useImportPages } from '../queries.ts';
import { IMPORTS } from '../text.ts';
import { filterOf, textOf } from './filter-model.ts';
import { ImportFilters } from './import-filters.tsx';

const columnsOf = (nameOf: (userId: string) => string): readonly Column<ImportSummary>[] => [
  {
    id: 'file',
    header: IMPORTS.file,
    cell: ({ importId, fileName }) => <PageLink href={`/imports/${importId}`}>{fileName}</PageLink>,
    isName: true,
  },
  { id: 'crmTable', header: IMPORTS.crmTable, cell: ({ prefix }) => prefix },
  {
    id: 'status',
    header: IMPORTS.status,
    cell: (each) => <ImportStatus of={each} />,
  },
  { id: 'records', header: IMPORTS.records, cell: ({ counts }) => counts?.total.toLocaleString() ?? '–' },
  { id: 'failed', header: IMPORTS.failed, cell: ({ counts }) => counts?.failed.toLocaleString() ?? '–' },
  { id: 'created', header: IMPORTS.created, cell: ({ createdAt }) => shownDate(createdAt) },
  {
    id: 'user',
    header: IMPORTS.requestedBy,
    cell: ({ requestedBy }) => (requestedBy === undefined ? '–' : nameOf(requestedBy)),
    isExtra: true,
  },
  {
    id: 'ended',
    header: IMPORTS.ended,
    cell: ({ endedAt }) => (endedAt === undefined ? '–' : shownDate(endedAt)),
    isExtra: true,
  },
];

export default function ImportsPage() {
  const pages = useImportPages();
  const filter = filterOf(pages.filter);
  const nameOf = useNames(personsOf(pages.items), IMPORTS.mine);
  const filters = (
    <ImportFilters
      filter={filter}
      onChange={(changed) =>
        pages.setFilter(textOf(filterOf(new URLSearchParams({ ...filter, ...changed }).toString())))
      }
    />
  );
  const start = (
    <UnlessViewing>
      <Button variant="primary" href="/imports/new" onFollow={follow}>
        {IMPORTS.start}
      </Button>
    </UnlessViewing>
  );
  return (
    <Page title={IMPORTS.title} description={IMPORTS.description} actions={start}>
      <EntityList
        name="imports"
        title={IMPORTS.title}
        noun="imports"
        pages={pages}
        idOf={({ importId }) => importId}
        columns={columnsOf(nameOf)}
        filter={filters}
        isNamedByPage
        empty={IMPORTS.empty}
      />
    </Page>
  );
}
