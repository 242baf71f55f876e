import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import { navigate } from '../../shared/router/use-place.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { notify } from '../../shared/shell/notices.tsx';
import { UPLOAD } from './text.ts';
import { type Delivery, useUpload } from './use-upload.ts';

/** The upload of a file, with pause and resume. Leads to the import when the file has arrived. */
export function UploadPanel({
  delivery,
  onCancelled,
}: {
  readonly delivery: Delivery;
  readonly onCancelled: () => void;
}) {
  const { record } = delivery;
  const { state, start, pause, abandon } = useUpload(delivery);
  const [asks, setAsks] = useState(false);
  const [ended, setEnded] = useState(false);
  const { status, sent } = state;
  const { importId, fileName, bytes } = record;
  useEffect(() => {
    if (status === 'done') navigate(`/imports/${importId}`);
  }, [status, importId]);
  useEffect(() => {
    if (!ended) return;
    notify({ id: 'import-cancelled', type: 'success', content: UPLOAD.cancelled(fileName) });
    onCancelled();
  }, [ended, fileName, onCancelled]);
  const isMoving = status === 'sending' || status === 'waiting';
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={UPLOAD.into(record.tablePrefix)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => setAsks(true)} disabled={status === 'done'}>
                {UPLOAD.cancel}
              </Button>
              {isMoving ? (
                <Button iconName="pause" onClick={pause}>
                  {UPLOAD.pause}
                </Button>
              ) : (
                <Button variant="primary" onClick={start} disabled={status === 'done'}>
                  {status === 'failed' ? UPLOAD.retry : UPLOAD.resume}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {UPLOAD.title(fileName)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ProgressBar
          label={UPLOAD.status[status]}
          value={(100 * sent) / bytes}
          additionalInfo={UPLOAD.amount(shownSize(sent), shownSize(bytes))}
        />
        {status === 'failed' && <ErrorAlert error={state.error} header={UPLOAD.status.failed} />}
      </SpaceBetween>
      <CancelQuestion
        visible={asks}
        abandon={abandon}
        onClose={() => setAsks(false)}
        onEnd={() => {
          setAsks(false);
          setEnded(true);
        }}
      />
      <LeaveGuard active={status !== 'done' && !ended} />
    </Container>
  );
}

function CancelQuestion({
  visible,
  abandon,
  onClose,
  onEnd,
}: {
  readonly visible: boolean;
  readonly abandon: () => Promise<void>;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}) {
  const [isCancelling, setIsCancelling] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const confirm = async () => {
    setIsCancelling(true);
    try {
      await abandon();
      onEnd();
    } catch (error) {
      setFailure(error);
    } finally {
      setIsCancelling(false);
    }
  };
  return (
    <Modal
      visible={visible}
      onDismiss={onClose}
      header={UPLOAD.cancelTitle}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {UPLOAD.keep}
            </Button>
            <Button variant="primary" loading={isCancelling} onClick={() => void confirm()}>
              {UPLOAD.cancel}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure !== undefined && <ErrorAlert error={failure} header={UPLOAD.notCancelled} />}
        {UPLOAD.cancelText}
      </SpaceBetween>
    </Modal>
  );
}
