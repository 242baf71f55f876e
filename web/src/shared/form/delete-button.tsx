import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { navigate } from '../router/use-place.ts';
import { ErrorAlert } from '../shell/message-pages.tsx';

/** A button that deletes something after a question. */
export function DeleteButton({
  title,
  children,
  remove,
  next,
}: {
  /** For instance `Delete campaign Renewals`. */
  readonly title: string;
  /** What is lost and what stays. */
  readonly children: ReactNode;
  readonly remove: () => Promise<void>;
  /** The address to go to afterwards. */
  readonly next: string;
}) {
  const [asks, setAsks] = useState(false);
  const [progress, setProgress] = useState<'open' | 'deleting'>('open');
  const [failure, setFailure] = useState<unknown>();
  const close = () => {
    setAsks(false);
    setFailure(undefined);
  };
  const confirm = async () => {
    setProgress('deleting');
    try {
      await remove();
      navigate(next);
    } catch (error) {
      setFailure(error);
    } finally {
      setProgress('open');
    }
  };
  return (
    <>
      <Button onClick={() => setAsks(true)}>Delete</Button>
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
              <Button variant="primary" loading={progress === 'deleting'} onClick={() => void confirm()}>
                Delete
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <SpaceBetween size="m">
          {failure !== undefined && <ErrorAlert error={failure} header="Not deleted" />}
          {children}
        </SpaceBetween>
      </Modal>
    </>
  );
}
