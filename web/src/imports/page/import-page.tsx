import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { AuditLink } from '../../audit/audit-link.tsx';
import { shownCount } from '../../shared/amounts.ts';
import { useSearch } from '../../shared/router/use-search.ts';
import { UnlessViewing } from '../../shared/session/unless-viewing.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { useImport } from '../queries.ts';
import { ChangedValues } from './changed-values.tsx';
import { Files } from './files.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportAlerts } from './import-alerts.tsx';
import { Overview } from './overview.tsx';
import { ProblemRecords } from './problem-records.tsx';
import { PAGE } from './text.ts';
import { Warnings } from './warnings.tsx';

/** One import: its progress while it runs, its result, its files. The address names the tab. */
export default function ImportPage({ params: { importId } }: { readonly params: { readonly importId: string } }) {
  const view = useImport(importId);
  const [search, setSearch] = useSearch();
  const { fileName, warnings = 0, ignoredColumns = [], failureCodes = {}, counts } = view;
  const failures = view.files.find(({ name }) => name.endsWith('.failures.csv'));
  const changes = view.files.find(({ name }) => name.endsWith('.changes.csv'));
  const tabs = [
    { id: 'overview', label: PAGE.overview, content: <Overview view={view} /> },
    ...(failures && counts
      ? [
          {
            id: 'failures',
            label: `${PAGE.failures} (${shownCount(counts.failed)})`,
            content: <ProblemRecords view={view} title={PAGE.failures} file={failures} codes={failureCodes} />,
          },
        ]
      : []),
    ...(warnings > 0 || ignoredColumns.length > 0
      ? [{ id: 'warnings', label: `${PAGE.warnings} (${shownCount(warnings)})`, content: <Warnings view={view} /> }]
      : []),
    ...(changes && counts
      ? [
          {
            id: 'changes',
            label: `${PAGE.changes} (${shownCount(counts.updated)})`,
            content: <ChangedValues view={view} file={changes} />,
          },
        ]
      : []),
    { id: 'files', label: PAGE.files, content: <Files view={view} /> },
  ];
  const wanted = search.get('tab');
  const active = tabs.find(({ id }) => id === wanted) ?? tabs[0];
  return (
    <Page
      title={fileName}
      above={[{ text: PAGE.imports, href: '/imports' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <AuditLink kind="import" object={importId} since={view.createdAt} />
          <UnlessViewing>
            <ImportActions key={importId} view={view} />
          </UnlessViewing>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <ImportAlerts view={view} />
        <Tabs
          ariaLabel={fileName}
          tabs={tabs}
          activeTabId={active?.id}
          onChange={({ detail }) =>
            setSearch({ tab: detail.activeTabId === 'overview' ? undefined : detail.activeTabId, code: undefined })
          }
        />
      </SpaceBetween>
    </Page>
  );
}
