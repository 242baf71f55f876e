import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { DefinitionList } from '../definitions/definition-list.tsx';
import { ExportDefinitionList } from '../exports/definition-list.tsx';
import { ExportList } from '../exports/export-list.tsx';
import { FilterList } from '../filters/filter-list.tsx';
import { ScheduleList } from '../schedules/schedule-list.tsx';
import { useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { FieldTable } from './field-table.tsx';
import { PublicationNotice } from './publication-notice.tsx';
import { useCrmTable, useReloadCrmTable } from './queries.ts';
import { SearchIndexState } from './search-index-state.tsx';
import { TableActions } from './table-actions.tsx';
import { CRM_TABLES } from './text.ts';

/** What a CRM table looks like: its published version, or else its draft. */
export default function CrmTablePage({
  params,
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { prefix, accountPrefix, draft, published, createdAt } = useCrmTable(params.accountPrefix, params.prefix).body;
  const may = useMay();
  const mayImport = may('customers.import') && published !== null;
  const mayFilter = may('filters.manage') && published !== null;
  const mayExport = may('customers.export') && published !== null;
  const reload = useReloadCrmTable(accountPrefix, prefix);
  const account = `/accounts/${accountPrefix}`;
  const shown = published ?? draft;
  const above = useAccountCrumbs(accountPrefix);
  return (
    <Page
      title={`${prefix} · ${shown.name}`}
      above={above}
      actions={<TableActions accountPrefix={accountPrefix} prefix={prefix} createdAt={createdAt} />}
    >
      <SpaceBetween size="l">
        <PublicationNotice
          accountPrefix={accountPrefix}
          prefix={prefix}
          shownVersion={published?.version ?? 0}
          onShow={reload}
        >
          {CRM_TABLES.newVersionHere}
        </PublicationNotice>
        <Container>
          <KeyValuePairs
            columns={4}
            items={[
              { label: CRM_TABLES.account, value: <PageLink href={account}>{accountPrefix}</PageLink> },
              { label: CRM_TABLES.published, value: published?.version ?? CRM_TABLES.notPublished },
              { label: CRM_TABLES.created, value: shownDate(createdAt) },
              ...(published
                ? [{ label: CRM_TABLES.search, value: <SearchIndexState prefix={prefix} fields={published.fields} /> }]
                : []),
            ]}
          />
        </Container>
        <FieldTable
          title={published ? CRM_TABLES.fields : `${CRM_TABLES.fields} (${CRM_TABLES.draft})`}
          fields={shown.fields}
        />
        {mayImport && <DefinitionList accountPrefix={accountPrefix} tablePrefix={prefix} />}
        {mayImport && <ScheduleList accountPrefix={accountPrefix} tablePrefix={prefix} />}
        {mayFilter && <FilterList accountPrefix={accountPrefix} tablePrefix={prefix} />}
        {mayExport && <ExportDefinitionList accountPrefix={accountPrefix} tablePrefix={prefix} />}
        {mayExport && <ExportList accountPrefix={accountPrefix} tablePrefix={prefix} />}
      </SpaceBetween>
    </Page>
  );
}
