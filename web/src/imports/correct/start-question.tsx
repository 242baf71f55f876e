import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { shownCount } from '../../shared/amounts.ts';
import { useRun } from '../../shared/form/use-run.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Status } from '../../shared/shell/status.tsx';
import type { Import } from '../model.ts';
import type { Delivery } from '../upload/use-upload.ts';
import type { Corrections } from './corrections-model.ts';
import { countOverwriting } from './send-model.ts';
import type { Summary } from './summary-model.ts';
import { CORRECT } from './text.ts';
import { useSend } from './use-send.ts';

/** Says what the new import does before it starts. */
export function StartQuestion({
  view,
  corrections,
  summary: { wrong, leftOut },
  onDelivery,
  onLeave,
}: {
  readonly view: Import;
  readonly corrections: Corrections;
  readonly summary: Summary;
  readonly onDelivery: (delivery: Delivery) => void;
  readonly onLeave: () => void;
}) {
  const send = useSend(view);
  const { isRunning, failure, run } = useRun();
  const imported = corrections.rows.length - leftOut;
  const overwriting = countOverwriting(corrections);
  return (
    <Modal
      visible
      header={CORRECT.startTitle}
      onDismiss={onLeave}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onLeave}>
              {CORRECT.back}
            </Button>
            <Button
              variant="primary"
              loading={isRunning}
              onClick={() => run(async () => onDelivery(await send(corrections)))}
            >
              {CORRECT.doStart}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        {failure !== undefined && <ErrorAlert error={failure} header={CORRECT.notStarted} />}
        <div>{CORRECT.startText(shownCount(imported), view.prefix)}</div>
        {leftOut > 0 && <div>{CORRECT.startLeftOut(shownCount(leftOut))}</div>}
        {wrong > 0 && <Status type="warning">{CORRECT.startWrong(shownCount(wrong))}</Status>}
        {overwriting > 0 && <Status type="warning">{CORRECT.startOverwrites(shownCount(overwriting))}</Status>}
        {view.options?.dryRun && <div>{CORRECT.startDryRun}</div>}
      </SpaceBetween>
    </Modal>
  );
}
