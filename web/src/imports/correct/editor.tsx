import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { EditGrid } from '../../shared/grid/edit-grid.tsx';
import { useLatest } from '../../shared/grid/use-latest.ts';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import type { Import } from '../model.ts';
import { UploadPanel } from '../upload/upload-panel.tsx';
import type { Delivery } from '../upload/use-upload.ts';
import { CellDetails } from './cell-details.tsx';
import { type Corrections, faultOfValue, type Row, withCells, withLeftOut } from './corrections-model.ts';
import { forgetCorrections } from './draft.ts';
import { gridColumns } from './grid-columns.ts';
import { columnOf, keyOfRow } from './places-model.ts';
import { shiftsAt } from './shifts.ts';
import { StartQuestion } from './start-question.tsx';
import { CORRECT } from './text.ts';
import { Toolbar } from './toolbar.tsx';
import { useCorrectionKeys } from './use-correction-keys.ts';
import { useCorrections } from './use-corrections.ts';
import { useView } from './use-view.ts';

/** Corrects the failed records of an import. */
export function Editor({ view, opened }: { readonly view: Import; readonly opened: Corrections }) {
  const { importId } = view;
  const edit = useCorrections(importId, opened);
  const { corrections, change } = edit;
  const look = useView(corrections);
  const { summary, rows, shownColumns, place, setPlace } = look;
  const [asks, setAsks] = useState(false);
  const [delivery, setDelivery] = useState<Delivery | undefined>(undefined);
  const ask = useCallback(() => setAsks(true), []);
  const leaveOut = useLatest((row: Row) =>
    change((before) => withLeftOut(before, new Set([row.record.index]), !row.isLeftOut)),
  );
  const shift = useLatest(change);
  const columns = useMemo(() => gridColumns(corrections, summary, shownColumns), [corrections, summary, shownColumns]);
  // The keys of the grid come first: what stands around it follows when there is time.
  const [calmEdit, calmLook] = [useDeferredValue(edit), useDeferredValue(look)];
  useCorrectionKeys({ ...edit, ...shiftsAt(corrections, place, change), onNextWrong: look.goToNextWrong });
  if (delivery) return <UploadPanel delivery={delivery} onCancelled={() => setDelivery(undefined)} />;

  const onEdit = (row: string, id: string, value: string) => {
    const column = columnOf(id);
    if (column !== undefined) change((before) => withCells(before, [{ index: Number(row), column, value }]));
  };
  const draftFault = (row: string, id: string, value: string) => {
    const [found, column] = [corrections.rows[Number(row)], columnOf(id)];
    return found && column !== undefined ? faultOfValue(corrections, found, column, value) : undefined;
  };
  return (
    <SpaceBetween size="m">
      <Notices {...edit} />
      <Toolbar edit={calmEdit} look={calmLook} onStart={ask} />
      {rows.length === 0 ? (
        <Alert type="success">{CORRECT.noneWrong}</Alert>
      ) : (
        <Container disableContentPaddings>
          <EditGrid
            label={CORRECT.grid}
            columns={columns}
            rows={rows}
            keyOf={keyOfRow}
            place={place}
            onPlace={setPlace}
            onEdit={onEdit}
            onChoose={(row, id) => id === 'import' && leaveOut(row)}
            draftFault={draftFault}
          />
        </Container>
      )}
      <CellDetails
        corrections={calmEdit.corrections}
        summary={calmLook.summary}
        place={calmLook.place}
        onLeaveOut={leaveOut}
        onChange={shift}
      />
      {asks && (
        <StartQuestion
          view={view}
          corrections={corrections}
          summary={summary}
          onDelivery={setDelivery}
          onLeave={() => setAsks(false)}
        />
      )}
      <LeaveGuard active={edit.isCorrected} onDiscard={() => forgetCorrections(importId)} />
    </SpaceBetween>
  );
}

function Notices({
  wasRestored,
  isCorrected,
  isKept,
  discard,
}: Pick<ReturnType<typeof useCorrections>, 'wasRestored' | 'isCorrected' | 'isKept' | 'discard'>) {
  const [isClosed, setIsClosed] = useState(false);
  return (
    <>
      {wasRestored && isCorrected && !isClosed && (
        <Alert
          dismissible
          onDismiss={() => setIsClosed(true)}
          action={
            <Button
              onClick={() => {
                discard();
                setIsClosed(true);
              }}
            >
              {CORRECT.discard}
            </Button>
          }
        >
          {CORRECT.restored}
        </Alert>
      )}
      {!isKept && <Alert type="warning">{CORRECT.notKept}</Alert>}
    </>
  );
}
