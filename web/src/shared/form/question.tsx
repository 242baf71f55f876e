import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ErrorAlert } from '../shell/message-pages.tsx';

/** A question before an action that loses or rejects something. */
export function Question({
  title,
  answer,
  leave,
  isRunning,
  failure,
  failureTitle,
  onAnswer,
  onLeave,
  children,
}: {
  readonly title: string;
  /** The button that carries out the action. */
  readonly answer: string;
  /** The button that does nothing. */
  readonly leave: string;
  readonly isRunning: boolean;
  /** Why the action has failed; undefined if it has not. */
  readonly failure?: unknown;
  readonly failureTitle?: string;
  readonly onAnswer: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onLeave}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onLeave}>
              {leave}
            </Button>
            <Button variant="primary" loading={isRunning} onClick={onAnswer}>
              {answer}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure !== undefined && <ErrorAlert error={failure} header={failureTitle ?? title} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
