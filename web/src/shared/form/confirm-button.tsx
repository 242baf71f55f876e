import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { useIsViewing } from '../session/me.ts';
import { ErrorAlert } from '../shell/message-pages.tsx';
import { useRun } from './use-run.ts';

/** A button that acts after a question. Absent while a supervisor sees the console as another user. */
export function ConfirmButton({
  text,
  title,
  children,
  act,
  failed = 'Not done',
}: {
  /** For instance `Disable`. */
  readonly text: string;
  /** For instance `Disable Ann Example`. */
  readonly title: string;
  /** What happens. */
  readonly children: ReactNode;
  readonly act: () => Promise<void>;
  /** The title of the error, if the act fails. */
  readonly failed?: string;
}) {
  const [asks, setAsks] = useState(false);
  const { isRunning, failure, run, reset } = useRun();
  if (useIsViewing()) return null;
  const close = () => {
    setAsks(false);
    reset();
  };
  const confirm = () =>
    run(async () => {
      await act();
      setAsks(false);
    });
  return (
    <>
      <Button onClick={() => setAsks(true)}>{text}</Button>
      <Modal
        visible={asks}
        onDismiss={close}
        header={`${title}?`}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={close}>
                Cancel
              </Button>
              <Button variant="primary" loading={isRunning} onClick={confirm}>
                {text}
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <SpaceBetween size="m">
          {failure !== undefined && <ErrorAlert error={failure} header={failed} />}
          {children}
        </SpaceBetween>
      </Modal>
    </>
  );
}
