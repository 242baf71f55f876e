import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownCount } from '../../shared/amounts.ts';
import { DataGrid } from '../../shared/grid/data-grid.tsx';
import { useSearch } from '../../shared/router/use-search.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { Import } from '../model.ts';
import { ProblemDetails } from './problem-details.tsx';
import { type Problem, problemOf } from './problems-model.ts';
import { useFieldLabels, useReportLines } from './queries.ts';
import { MOST_LINES } from './report-lines.ts';
import { PAGE } from './text.ts';

/** The lines of `failures.csv` or of `warnings.csv` in a grid, filtered by their code. The address names the code. */
export function ProblemRecords({
  view,
  title,
  file,
  codes,
}: {
  readonly view: Import;
  readonly title: string;
  readonly file: Import['files'][number];
  /** How many lines of the file each code has. */
  readonly codes: Readonly<Record<string, number>>;
}) {
  const [search, setSearch] = useSearch();
  const [chosen, setChosen] = useState<Problem>();
  const { data, error } = useReportLines(view.importId, file, problemOf);
  const labelOf = useFieldLabels(view);
  const options = optionsOf(codes);
  const code = search.get('code') ?? '';
  const shown = (data?.lines ?? []).filter((problem) => code === '' || problem.code === code);
  return (
    <SpaceBetween size="s">
      <Header variant="h2" counter={`(${shownCount(shown.length)})`} description={PAGE.gridHelp}>
        {title}
      </Header>
      {options.length > 2 && (
        <Select
          ariaLabel={PAGE.reason}
          selectedOption={options.find(({ value }) => value === code) ?? null}
          options={options}
          onChange={({ detail }) => setSearch({ code: detail.selectedOption.value }, { replace: true })}
        />
      )}
      {data?.isCut && <Alert>{PAGE.cut(shownCount(MOST_LINES), file.name)}</Alert>}
      {error && <ErrorAlert error={error} />}
      {data === undefined && !error && <Skeleton width="100%" height="12rem" />}
      {shown.length > 0 && (
        <DataGrid
          key={code}
          label={title}
          rows={shown}
          keyOf={({ index }) => String(index)}
          chosen={chosen && String(chosen.index)}
          onChoose={setChosen}
          columns={[
            { id: 'line', header: PAGE.line, width: 6, cell: ({ line }) => line || '–' },
            { id: 'customerId', header: PAGE.customerId, width: 10, grows: true, cell: ({ customerId }) => customerId },
            {
              id: 'column',
              header: PAGE.column,
              width: 10,
              grows: true,
              cell: (problem) => columnOf(problem, labelOf),
            },
            { id: 'value', header: PAGE.value, width: 10, grows: true, cell: ({ value }) => value },
            { id: 'reason', header: PAGE.reason, width: 20, grows: true, cell: ({ reason }) => reason },
          ]}
        />
      )}
      {chosen && <ProblemDetails problem={chosen} column={columnOf(chosen, labelOf)} />}
    </SpaceBetween>
  );
}

function optionsOf(codes: Readonly<Record<string, number>>) {
  const each = Object.entries(codes).map(([value, count]) => ({ value, label: `${value} (${shownCount(count)})` }));
  return [{ value: '', label: PAGE.everyReason }, ...each];
}

/** `3 · Post code`; the field has no label if it was removed since. */
function columnOf({ column, field }: Problem, labelOf: ReadonlyMap<string, string>): string {
  const label = field === '' ? [] : [labelOf.get(field) ?? field];
  return [...(column === '' ? [] : [column]), ...label].join(' · ');
}
