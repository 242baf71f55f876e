import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { memo } from 'react';
import type { Place } from '../../shared/grid/edit-column.ts';
import { type Corrections, cellOf, customerIdColumn, type Row } from './corrections-model.ts';
import { columnOf } from './places-model.ts';
import { type Change, shiftsAt } from './shifts.ts';
import { faultAt, type Summary } from './summary-model.ts';
import { CORRECT } from './text.ts';

/** The current cell with its whole texts, and the reasons why its record failed. */
export const CellDetails = memo(function CellDetails({
  corrections,
  summary,
  place,
  onLeaveOut,
  onChange,
}: {
  readonly corrections: Corrections;
  readonly summary: Summary;
  readonly place: Place;
  readonly onLeaveOut: (row: Row) => void;
  readonly onChange: Change;
}) {
  const row = corrections.rows[Number(place.row)];
  if (row === undefined) return null;
  const state = summary.states[row.record.index];
  const column = columnOf(place.column);
  const fault = column === undefined ? undefined : faultAt(row, state, column, customerIdColumn(corrections));
  const { insert, join } = shiftsAt(corrections, place, onChange);
  const problem = fault ?? state?.recordFault;
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={insert === undefined} onClick={insert}>
                {CORRECT.insert}
              </Button>
              <Button disabled={join === undefined} onClick={join}>
                {CORRECT.join}
              </Button>
              <Button onClick={() => onLeaveOut(row)}>{row.isLeftOut ? CORRECT.takeIn : CORRECT.leaveOut}</Button>
            </SpaceBetween>
          }
        >
          {CORRECT.details}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={[
          ...(column === undefined ? [] : cellItems(corrections, row, column)),
          { label: CORRECT.problem, value: <LiveRegion>{problem ?? CORRECT.none}</LiveRegion> },
          {
            label: CORRECT.firstReasons,
            value: row.record.report?.reasons.map(({ reason }) => <div key={reason}>{reason}</div>) ?? CORRECT.none,
          },
        ]}
      />
    </Container>
  );
});

function cellItems({ columns }: Corrections, row: Row, column: number) {
  const { title = CORRECT.column(column + 1), field } = columns[column] ?? {};
  return [
    { label: CORRECT.of, value: `${column + 1} · ${title}` },
    { label: CORRECT.field, value: field ? `${field.label} (${field.code})` : CORRECT.notImported },
    { label: CORRECT.original, value: row.record.cells[column] || CORRECT.none },
    { label: CORRECT.value, value: cellOf(row, column) || CORRECT.none },
  ];
}
