import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { shownCount } from '../../shared/amounts.ts';
import type { Import } from '../model.ts';
import { ProblemRecords } from './problem-records.tsx';
import { PAGE, WARNING_MEANINGS } from './text.ts';

type CodeCount = readonly [code: string, count: number];
type IgnoredColumn = NonNullable<Import['ignoredColumns']>[number];

const CODE_COLUMNS = [
  { id: 'code', header: PAGE.code, cell: ([code]: CodeCount) => code, isRowHeader: true },
  { id: 'meaning', header: PAGE.meaning, cell: ([code]: CodeCount) => WARNING_MEANINGS[code] ?? '–' },
  { id: 'number', header: PAGE.number, cell: ([, count]: CodeCount) => shownCount(count) },
];

const LEFT_OUT_COLUMNS = [
  { id: 'position', header: PAGE.column, cell: ({ position }: IgnoredColumn) => position, isRowHeader: true },
  { id: 'name', header: PAGE.headerCell, cell: ({ name }: IgnoredColumn) => name ?? '–' },
];

/** The most rows of a table that the components draw without delay. */
const MOST_ROWS = 50;

/** The warnings of an import by code, and the columns of its file that feed no field. */
export function Warnings({ view }: { readonly view: Import }) {
  const { warningCodes = {}, ignoredColumns = [], files } = view;
  const file = files.find(({ name }) => name.endsWith('.warnings.csv'));
  const codes = Object.entries(warningCodes);
  return (
    <SpaceBetween size="l">
      {codes.length > 0 && (
        <Table
          header={<Header variant="h2">{PAGE.byCode}</Header>}
          ariaLabels={{ tableLabel: PAGE.byCode }}
          items={codes}
          trackBy={([code]) => code}
          columnDefinitions={CODE_COLUMNS}
          wrapLines
        />
      )}
      {ignoredColumns.length > 0 && (
        <Table
          header={
            <Header variant="h2" description={PAGE.leftOutHelp} counter={`(${ignoredColumns.length})`}>
              {PAGE.leftOut}
            </Header>
          }
          ariaLabels={{ tableLabel: PAGE.leftOut }}
          items={ignoredColumns.slice(0, MOST_ROWS)}
          trackBy={({ position }) => String(position)}
          columnDefinitions={LEFT_OUT_COLUMNS}
        />
      )}
      {file && <ProblemRecords view={view} title={PAGE.warningLines} file={file} codes={warningCodes} />}
    </SpaceBetween>
  );
}
