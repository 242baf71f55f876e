import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsViewing } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type ExportSummary, useExportPages } from './queries.ts';
import { EXPORTS } from './text.ts';

/** @param table the address of the CRM table */
const columnsOf = (table: string): readonly Column<ExportSummary>[] => [
  {
    id: 'file',
    header: EXPORTS.file,
    cell: ({ exportId, fileName }) => <PageLink href={`${table}/exports/${exportId}`}>{fileName}</PageLink>,
    isName: true,
  },
  { id: 'status', header: EXPORTS.status, cell: ({ status }) => EXPORTS.statuses[status] },
  { id: 'lines', header: EXPORTS.lines, cell: ({ counts }) => counts?.rows.toLocaleString('en') ?? '' },
  { id: 'started', header: EXPORTS.started, cell: ({ createdAt }) => shownDate(createdAt) },
];

/** The exports of one CRM table, with the way to a new one. */
export function ExportList({
  accountPrefix,
  tablePrefix,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string;
}) {
  const table = `/accounts/${accountPrefix}/crm-tables/${tablePrefix}`;
  const isViewing = useIsViewing();
  return (
    <EntityList
      name="exports"
      title={EXPORTS.title}
      description={EXPORTS.description}
      noun="exports"
      pages={useExportPages(tablePrefix)}
      idOf={({ exportId }) => exportId}
      columns={columnsOf(table)}
      empty={EXPORTS.empty}
      actions={
        isViewing ? undefined : (
          <Button href={`${table}/exports/new`} onFollow={follow}>
            {EXPORTS.create}
          </Button>
        )
      }
    />
  );
}
