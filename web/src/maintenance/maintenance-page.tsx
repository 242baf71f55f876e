import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { useJobPages } from './queries.ts';
import { type Job, kindText, MAINTENANCE, statusText } from './text.ts';

const COLUMNS: readonly Column<Job>[] = [
  {
    id: 'kind',
    header: MAINTENANCE.kind,
    cell: ({ accountPrefix, jobId, kind }) => (
      <PageLink href={`/accounts/${accountPrefix}/maintenance/jobs/${jobId}`}>{kindText(kind)}</PageLink>
    ),
    isName: true,
  },
  { id: 'tables', header: MAINTENANCE.tables, cell: ({ prefixes }) => prefixes.join(', ') },
  { id: 'status', header: MAINTENANCE.status, cell: ({ status }) => statusText(status) },
  { id: 'ordered', header: MAINTENANCE.ordered, cell: ({ createdAt }) => shownDate(createdAt) },
  { id: 'ended', header: MAINTENANCE.ended, cell: ({ endedAt }) => (endedAt ? shownDate(endedAt) : '–') },
];

/** The maintenance jobs of an account. */
export default function MaintenancePage({ params }: { readonly params: { readonly accountPrefix: string } }) {
  const { accountPrefix } = params;
  const pages = useJobPages(accountPrefix);
  const actions = (
    <UnlessViewing>
      <SpaceBetween direction="horizontal" size="xs">
        <Button href={`/accounts/${accountPrefix}/maintenance/erase-customer`} onFollow={follow}>
          {MAINTENANCE.eraseCustomer}
        </Button>
        <Button href={`/accounts/${accountPrefix}/maintenance/delete-tables`} onFollow={follow}>
          {MAINTENANCE.deleteTables}
        </Button>
      </SpaceBetween>
    </UnlessViewing>
  );
  return (
    <Page
      title={MAINTENANCE.title}
      description={MAINTENANCE.description}
      above={useAccountCrumbs(accountPrefix)}
      actions={actions}
    >
      <EntityList
        name="maintenance-jobs"
        title={MAINTENANCE.title}
        noun="jobs"
        pages={pages}
        idOf={({ jobId }) => jobId}
        columns={COLUMNS}
        isNamedByPage
        empty={MAINTENANCE.empty}
      />
    </Page>
  );
}
