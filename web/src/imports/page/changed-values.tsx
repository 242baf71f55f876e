import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownCount } from '../../shared/amounts.ts';
import { DataGrid } from '../../shared/grid/data-grid.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { Import } from '../model.ts';
import { type ChangedValue, changedValueOf } from './changes-model.ts';
import { useReportLines } from './queries.ts';
import { MOST_LINES } from './report-lines.ts';
import { PAGE } from './text.ts';

/** The old and new values of the updated customers, in the order of the imported file. */
export function ChangedValues({ view, file }: { readonly view: Import; readonly file: Import['files'][number] }) {
  const [chosen, setChosen] = useState<ChangedValue>();
  const { data, error } = useReportLines(view.importId, file, changedValueOf);
  const lines = data?.lines ?? [];
  return (
    <SpaceBetween size="s">
      <Header variant="h2" counter={`(${shownCount(lines.length)})`} description={PAGE.changesHelp}>
        {PAGE.changes}
      </Header>
      {data?.isCut && <Alert>{PAGE.cut(shownCount(MOST_LINES), file.name)}</Alert>}
      {error && <ErrorAlert error={error} />}
      {data === undefined && !error && <Skeleton width="100%" height="12rem" />}
      {lines.length > 0 && (
        <DataGrid
          label={PAGE.changes}
          rows={lines}
          keyOf={({ index }) => String(index)}
          chosen={chosen && String(chosen.index)}
          onChoose={setChosen}
          columns={[
            { id: 'line', header: PAGE.line, width: 6, cell: ({ line }) => line },
            { id: 'customerId', header: PAGE.customerId, width: 10, grows: true, cell: ({ customerId }) => customerId },
            { id: 'field', header: PAGE.field, width: 10, grows: true, cell: ({ label }) => label },
            { id: 'before', header: PAGE.before, width: 12, grows: true, cell: ({ before }) => before || '–' },
            { id: 'after', header: PAGE.after, width: 12, grows: true, cell: ({ after }) => after || '–' },
          ]}
        />
      )}
      {chosen && <ChangeDetails change={chosen} />}
    </SpaceBetween>
  );
}

function ChangeDetails({ change }: { readonly change: ChangedValue }) {
  const { line, customerId, label, before, after } = change;
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: PAGE.line, value: line },
          { label: PAGE.customerId, value: customerId },
          { label: PAGE.field, value: label },
          { label: PAGE.before, value: before || '–' },
          { label: PAGE.after, value: after || '–' },
        ]}
      />
    </Container>
  );
}
