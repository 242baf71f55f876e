import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { guardedHistory } from './history.ts';

/** Asks before the page is left while `active`: by a link, by the browser's buttons, by closing the tab. */
export function LeaveGuard({
  active,
  onDiscard,
}: {
  readonly active: boolean;
  /** Forgets what the browser keeps of the page. */
  readonly onDiscard?: () => void;
}) {
  const leave = useRef<(() => void) | undefined>(undefined);
  const [asks, setAsks] = useState(false);

  useEffect(() => {
    if (!active) return;
    guardedHistory.setGuard((next) => {
      leave.current = next;
      setAsks(true);
      return false;
    });
    return () => guardedHistory.setGuard(undefined);
  }, [active]);

  const discard = () => {
    setAsks(false);
    onDiscard?.();
    guardedHistory.setGuard(undefined);
    leave.current?.();
  };

  return (
    <Modal
      visible={asks}
      onDismiss={() => setAsks(false)}
      header="Leave without saving?"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => setAsks(false)}>
              Stay on the page
            </Button>
            <Button variant="primary" onClick={discard}>
              Leave and discard
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      What you have typed on this page is not saved.
    </Modal>
  );
}
