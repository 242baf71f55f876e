import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { type ImportSummary, STATUS_TYPES } from './model.ts';
import { useImportPages } from './queries.ts';
import { IMPORTS, STATUS_TEXTS } from './text.ts';

const COLUMNS: readonly Column<ImportSummary>[] = [
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
    cell: ({ status }) => <StatusIndicator type={STATUS_TYPES[status]}>{STATUS_TEXTS[status]}</StatusIndicator>,
  },
  { id: 'records', header: IMPORTS.records, cell: ({ counts }) => counts?.total.toLocaleString() ?? '–' },
  { id: 'failed', header: IMPORTS.failed, cell: ({ counts }) => counts?.failed.toLocaleString() ?? '–' },
  { id: 'created', header: IMPORTS.created, cell: ({ createdAt }) => shownDate(createdAt) },
  {
    id: 'ended',
    header: IMPORTS.ended,
    cell: ({ endedAt }) => (endedAt === undefined ? '–' : shownDate(endedAt)),
    isExtra: true,
  },
];

const STATUSES = [
  { value: '', label: IMPORTS.everyStatus },
  ...Object.entries(STATUS_TEXTS).map(([value, label]) => ({ value, label })),
];

export default function ImportsPage() {
  const pages = useImportPages();
  const filter = (
    <Select
      ariaLabel={IMPORTS.status}
      selectedOption={STATUSES.find(({ value }) => value === pages.filter) ?? null}
      options={STATUSES}
      onChange={({ detail }) => pages.setFilter(detail.selectedOption.value ?? '')}
    />
  );
  const start = (
    <Button variant="primary" href="/imports/new" onFollow={follow}>
      {IMPORTS.start}
    </Button>
  );
  return (
    <Page title={IMPORTS.title} description={IMPORTS.description} actions={start}>
      <EntityList
        name="imports"
        title={IMPORTS.title}
        noun="imports"
        pages={pages}
        idOf={({ importId }) => importId}
        columns={COLUMNS}
        filter={filter}
        isNamedByPage
        empty={IMPORTS.empty}
      />
    </Page>
  );
}
