import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { DataGrid } from '../shared/grid/data-grid.tsx';
import type { GridColumn } from '../shared/grid/grid-column.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { shownDate } from '../shared/shell/date.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { Page } from '../shared/shell/page.tsx';
import { AuditDownload } from './audit-download.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { EntryDetails } from './entry-details.tsx';
import { type AuditEntry, actText, filterOf, keyOf, objectText, personOf } from './model.ts';
import { useAudit } from './queries.ts';
import { AUDIT } from './text.ts';

const COLUMNS: readonly GridColumn<AuditEntry>[] = [
  { id: 'at', header: AUDIT.at, width: 11, cell: ({ at }) => shownDate(at) },
  { id: 'person', header: AUDIT.person, width: 9, cell: personOf },
  { id: 'act', header: AUDIT.act, width: 12, grows: true, cell: actText },
  { id: 'object', header: AUDIT.object, width: 12, grows: true, cell: objectText },
  { id: 'account', header: AUDIT.account, width: 6, cell: ({ account }) => account ?? '–' },
];

/** The audit: the address has what is searched, so that a link leads to the entries of one object. */
export default function AuditPage() {
  const [search, setSearch] = useSearch();
  const filter = useMemo(() => filterOf(search), [search]);
  const { entries, error, hasMore, isReading, readMore } = useAudit(filter);
  const [chosen, setChosen] = useState<AuditEntry>();
  const shown = chosen && entries.find((entry) => keyOf(entry) === keyOf(chosen));
  return (
    <Page
      title={AUDIT.title}
      description={AUDIT.description}
      actions={<AuditDownload key={JSON.stringify(filter)} filter={filter} />}
    >
      <SpaceBetween size="l">
        <Container>
          <AuditFilters filter={filter} onChange={(changed) => setSearch(changed, { replace: true })} />
        </Container>
        {error && <ErrorAlert error={error} />}
        {entries.length > 0 && (
          <SpaceBetween size="s">
            <DataGrid
              key={JSON.stringify(filter)}
              label={AUDIT.entries}
              rows={entries}
              keyOf={keyOf}
              chosen={shown && keyOf(shown)}
              onChoose={setChosen}
              columns={COLUMNS}
            />
            <div>{AUDIT.help}</div>
          </SpaceBetween>
        )}
        {entries.length === 0 && isReading && <Skeleton width="100%" height="12rem" />}
        {entries.length === 0 && !isReading && !hasMore && !error && <Container>{AUDIT.none}</Container>}
        {hasMore && (
          <Button loading={isReading} onClick={readMore}>
            {AUDIT.more}
          </Button>
        )}
        {shown && <EntryDetails entry={shown} />}
      </SpaceBetween>
    </Page>
  );
}
