import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { TYPES } from '../text.ts';
import { type CrmTableProposal, fieldOf, type ProposedColumn, warningsOf } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

/** Cloudscape's table renders every row. */
const ROWS_PER_PAGE = 50;

const titleOf = ({ position, name }: ProposedColumn): string => FROM_FILE.column(position, name);

/** The columns of the file, each with its proposed field. The chosen one has its settings next to the table. */
export function ColumnTable({
  proposal,
  chosen,
  onChoose,
}: {
  readonly proposal: CrmTableProposal;
  readonly chosen: number;
  readonly onChoose: (position: number) => void;
}) {
  const [page, setPage] = useState(1);
  const { columns } = proposal;
  const pages = Math.ceil(columns.length / ROWS_PER_PAGE);
  const shown = columns.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const { heads } = FROM_FILE;
  const field = (column: ProposedColumn) => fieldOf(proposal, column);
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${columns.length})`}>
          {FROM_FILE.columns}
        </Header>
      }
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
      items={shown}
      trackBy={({ position }) => String(position)}
      selectionType="single"
      wrapLines
      selectedItems={columns.filter(({ position }) => position === chosen)}
      onSelectionChange={({ detail }) => onChoose(detail.selectedItems[0]?.position ?? chosen)}
      onRowClick={({ detail }) => onChoose(detail.item.position)}
      ariaLabels={{
        tableLabel: FROM_FILE.columns,
        selectionGroupLabel: FROM_FILE.columns,
        itemSelectionLabel: (_, column) => FROM_FILE.chooseColumn(titleOf(column)),
      }}
      columnDefinitions={[
        { id: 'column', header: heads.column, cell: titleOf, isRowHeader: true },
        { id: 'field', header: heads.field, cell: (column) => nameOf(field(column)) },
        { id: 'type', header: heads.type, cell: (column) => typeOf(field(column)) },
        { id: 'about', header: heads.about, cell: (column) => <Remarks proposal={proposal} column={column} /> },
      ]}
    />
  );
}

const nameOf = (field: ReturnType<typeof fieldOf>): string =>
  field ? FROM_FILE.field(field.label, field.code) : FROM_FILE.leftOut;

const typeOf = (field: ReturnType<typeof fieldOf>): string => (field ? TYPES[field.type] : '');

function Remarks({ proposal, column }: { readonly proposal: CrmTableProposal; readonly column: ProposedColumn }) {
  const { position, contradictingCount, dateForms, dateForm } = column;
  const field = fieldOf(proposal, column);
  const warnings = warningsOf(proposal, position).length;
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      {proposal.customerId.column === position && <Badge color="blue">{FROM_FILE.customerId}</Badge>}
      {field?.flags.search && <Badge>{FROM_FILE.searchable}</Badge>}
      {field && dateForms.length > 0 && dateForm === undefined && (
        <Badge color="severity-low">{FROM_FILE.dateForm}</Badge>
      )}
      {warnings > 0 && <Badge color="severity-medium">{FROM_FILE.warnings(warnings)}</Badge>}
      {field && contradictingCount > 0 && <Box variant="small">{FROM_FILE.contradictions(contradictingCount)}</Box>}
    </SpaceBetween>
  );
}
