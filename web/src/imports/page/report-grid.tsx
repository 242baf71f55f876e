import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { shownCount } from '../../shared/amounts.ts';
import { DataGrid } from '../../shared/grid/data-grid.tsx';
import type { GridColumn } from '../../shared/grid/grid-column.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { useReportLines } from './queries.ts';
import { MOST_LINES } from './report-lines.ts';
import { PAGE } from './text.ts';

interface ReportLine {
  /** Position in the file, from 0. */
  readonly index: number;
}

/** The lines of a report in a grid, and the chosen line with its whole texts below it. */
export function ReportGrid<Line extends ReportLine>({
  title,
  help,
  report: { data, error },
  fileName,
  columns,
  detailsOf,
  filter,
  filterValue = '',
  isShown = () => true,
}: {
  readonly title: string;
  readonly help: string;
  readonly report: ReturnType<typeof useReportLines<Line>>;
  /** The file that has all lines. */
  readonly fileName: string;
  readonly columns: readonly GridColumn<Line>[];
  readonly detailsOf: (line: Line) => KeyValuePairsProps['items'];
  /** A control above the grid. */
  readonly filter?: ReactNode;
  /** Another value begins the grid at its top again. */
  readonly filterValue?: string;
  readonly isShown?: (line: Line) => boolean;
}) {
  const [chosen, setChosen] = useState<Line>();
  const shown = (data?.lines ?? []).filter(isShown);
  return (
    <SpaceBetween size="s">
      <Header variant="h2" counter={`(${shownCount(shown.length)})`} description={help}>
        {title}
      </Header>
      {filter}
      {data?.isCut && <Alert>{PAGE.cut(shownCount(MOST_LINES), fileName)}</Alert>}
      {error && <ErrorAlert error={error} />}
      {data === undefined && !error && <Skeleton width="100%" height="12rem" />}
      {shown.length > 0 && (
        <DataGrid
          key={filterValue}
          label={title}
          rows={shown}
          keyOf={({ index }) => String(index)}
          chosen={chosen && String(chosen.index)}
          onChoose={setChosen}
          columns={columns}
        />
      )}
      {chosen && (
        <Container>
          <KeyValuePairs columns={3} items={detailsOf(chosen)} />
        </Container>
      )}
    </SpaceBetween>
  );
}
