import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { DESK } from './text.ts';

/** The time of a draft on this day. */
export const shownTime = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** A half-filled form is there: go on with it, or discard it. */
export function DraftNotice({
  text,
  goOn,
  onDiscard,
}: {
  readonly text: string;
  /** The button that goes on with it; absent where the form has it already. */
  readonly goOn?: ReactNode;
  readonly onDiscard: () => void;
}) {
  return (
    <Alert
      action={
        <SpaceBetween direction="horizontal" size="xs">
          {goOn}
          <Button formAction="none" onClick={onDiscard}>
            {DESK.discard}
          </Button>
        </SpaceBetween>
      }
    >
      {text}
    </Alert>
  );
}
