import Select from '@cloudscape-design/components/select';
import { shownCount } from '../../shared/amounts.ts';
import { namedReason } from '../../shared/named-reason.ts';
import { useSearch } from '../../shared/router/use-search.ts';
import type { Import } from '../model.ts';
import { type Problem, problemOf } from './problems-model.ts';
import { useFieldLabels, useReportLines } from './queries.ts';
import { ReportGrid } from './report-grid.tsx';
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
  const report = useReportLines(view.importId, file, problemOf);
  const labelOf = useFieldLabels(view);
  const options = optionsOf(codes);
  const code = search.get('code') ?? '';
  const columnText = (problem: Problem) => columnOf(problem, labelOf);
  const reasonText = ({ reason }: Problem) => namedReason(reason, (code) => labelOf.get(code));
  return (
    <ReportGrid
      title={title}
      help={PAGE.gridHelp}
      report={report}
      fileName={file.name}
      filterValue={code}
      isShown={(problem) => code === '' || problem.code === code}
      detailsOf={(problem) => detailsOf(problem, columnText(problem), reasonText(problem))}
      filter={
        options.length > 2 && (
          <Select
            ariaLabel={PAGE.reason}
            selectedOption={options.find(({ value }) => value === code) ?? null}
            options={options}
            onChange={({ detail }) => setSearch({ code: detail.selectedOption.value }, { replace: true })}
          />
        )
      }
      columns={[
        { id: 'line', header: PAGE.line, width: 4, cell: ({ line }) => line || '–' },
        { id: 'customerId', header: PAGE.customerId, width: 8, cell: ({ customerId }) => customerId },
        { id: 'column', header: PAGE.column, width: 8, cell: columnText },
        { id: 'value', header: PAGE.value, width: 8, cell: ({ value }) => value },
        { id: 'reason', header: PAGE.reason, width: 20, grows: true, cell: reasonText },
      ]}
    />
  );
}

const detailsOf = ({ line, customerId, value, code }: Problem, column: string, reason: string) => [
  { label: PAGE.line, value: line || '–' },
  { label: PAGE.customerId, value: customerId || '–' },
  { label: PAGE.column, value: column || '–' },
  { label: PAGE.value, value: value || '–' },
  { label: PAGE.reason, value: reason },
  { label: PAGE.code, value: code },
];

function optionsOf(codes: Readonly<Record<string, number>>) {
  const each = Object.entries(codes).map(([value, count]) => ({ value, label: `${value} (${shownCount(count)})` }));
  return [{ value: '', label: PAGE.everyReason }, ...each];
}

/** `3 · Post code`; the field has no label if it was removed since. */
function columnOf({ column, field }: Problem, labelOf: ReadonlyMap<string, string>): string {
  const label = field === '' ? [] : [labelOf.get(field) ?? field];
  return [...(column === '' ? [] : [column]), ...label].join(' · ');
}
