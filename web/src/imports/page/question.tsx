import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { PAGE } from './text.ts';

/** A question before an action that loses something. */
export function Question({
  title,
  answer,
  leave,
  isRunning,
  failure,
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
  readonly failure: unknown;
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
        {failure !== undefined && <ErrorAlert error={failure} header={PAGE.failedAction} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
