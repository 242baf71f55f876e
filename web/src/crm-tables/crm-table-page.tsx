import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { DefinitionList } from '../definitions/definition-list.tsx';
import { ScheduleList } from '../schedules/schedule-list.tsx';
import { useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { PublicationNotice } from './publication-notice.tsx';
import { type Field, useCrmTable, useReloadCrmTable } from './queries.ts';
import { TableActions } from './table-actions.tsx';
import { CRM_TABLES, TYPES } from './text.ts';

const yesNo = (value: boolean) => (value ? CRM_TABLES.yes : <Box color="text-status-inactive">{CRM_TABLES.no}</Box>);

const COLUMNS = [
  { id: 'label', header: CRM_TABLES.field, cell: ({ label }: Field) => label, isRowHeader: true },
  { id: 'code', header: CRM_TABLES.code, cell: ({ code }: Field) => code },
  { id: 'type', header: CRM_TABLES.type, cell: ({ type }: Field) => TYPES[type] },
  { id: 'maxLength', header: CRM_TABLES.maxLength, cell: ({ maxLength }: Field) => maxLength },
  { id: 'required', header: CRM_TABLES.required, cell: ({ required }: Field) => yesNo(required) },
  { id: 'search', header: CRM_TABLES.search, cell: ({ flags }: Field) => yesNo(flags.search) },
  { id: 'insert', header: CRM_TABLES.insert, cell: ({ flags }: Field) => yesNo(flags.insert) },
  { id: 'modify', header: CRM_TABLES.modify, cell: ({ flags }: Field) => yesNo(flags.modify) },
  { id: 'result', header: CRM_TABLES.result, cell: ({ flags }: Field) => yesNo(flags.result) },
];

/** What a CRM table looks like: its published version, or else its draft. */
export default function CrmTablePage({
  params,
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { prefix, accountPrefix, draft, published, createdAt } = useCrmTable(params.accountPrefix, params.prefix).body;
  const mayImport = useMay()('customers.import') && published !== null;
  const reload = useReloadCrmTable(accountPrefix, prefix);
  const account = `/accounts/${accountPrefix}`;
  const shown = published ?? draft;
  const above = [
    { text: 'Accounts', href: '/accounts' },
    { text: accountPrefix, href: account },
  ];
  return (
    <Page
      title={`${prefix} · ${shown.name}`}
      above={above}
      actions={<TableActions accountPrefix={accountPrefix} prefix={prefix} />}
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
            columns={3}
            items={[
              { label: CRM_TABLES.account, value: <PageLink href={account}>{accountPrefix}</PageLink> },
              { label: CRM_TABLES.published, value: published?.version ?? CRM_TABLES.notPublished },
              { label: CRM_TABLES.created, value: shownDate(createdAt) },
            ]}
          />
        </Container>
        <Table
          header={
            <Header variant="h2" counter={`(${shown.fields.length})`}>
              {published ? CRM_TABLES.fields : `${CRM_TABLES.fields} (${CRM_TABLES.draft})`}
            </Header>
          }
          items={shown.fields}
          trackBy="code"
          stickyColumns={{ first: 1 }}
          columnDefinitions={COLUMNS}
        />
        {mayImport && <DefinitionList tablePrefix={prefix} />}
        {mayImport && <ScheduleList tablePrefix={prefix} />}
      </SpaceBetween>
    </Page>
  );
}
