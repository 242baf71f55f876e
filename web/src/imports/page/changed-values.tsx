import type { Import } from '../model.ts';
import { type ChangedValue, changedValueOf } from './changes-model.ts';
import { useReportLines } from './queries.ts';
import { ReportGrid } from './report-grid.tsx';
import { PAGE } from './text.ts';

/** The old and new values of the updated customers, in the order of the imported file. */
export function ChangedValues({ view, file }: { readonly view: Import; readonly file: Import['files'][number] }) {
  const report = useReportLines(view.importId, file, changedValueOf);
  return (
    <ReportGrid
      title={PAGE.changes}
      help={PAGE.changesHelp}
      report={report}
      fileName={file.name}
      detailsOf={detailsOf}
      columns={[
        { id: 'line', header: PAGE.line, width: 6, cell: ({ line }) => line },
        { id: 'customerId', header: PAGE.customerId, width: 10, grows: true, cell: ({ customerId }) => customerId },
        { id: 'field', header: PAGE.field, width: 10, grows: true, cell: ({ label }) => label },
        { id: 'before', header: PAGE.before, width: 12, grows: true, cell: ({ before }) => before || '–' },
        { id: 'after', header: PAGE.after, width: 12, grows: true, cell: ({ after }) => after || '–' },
      ]}
    />
  );
}

const detailsOf = ({ line, customerId, label, before, after }: ChangedValue) => [
  { label: PAGE.line, value: line },
  { label: PAGE.customerId, value: customerId },
  { label: PAGE.field, value: label },
  { label: PAGE.before, value: before || '–' },
  { label: PAGE.after, value: after || '–' },
];
