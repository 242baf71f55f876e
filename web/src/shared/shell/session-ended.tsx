import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useSyncExternalStore } from 'react';
import { useSession } from '../services.tsx';
import { SHELL } from './text.ts';

/** The address that begins a sign-in in a window of its own. */
export const SIGN_IN_AGAIN = '/sign-in-again';

/** Covers the page while the session has ended. The sign-in opens in another window, so that this page stays as it is. */
export function SessionEnded() {
  const session = useSession();
  const hasEnded = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.hasEnded,
  );
  return (
    <Modal
      visible={hasEnded}
      header={SHELL.sessionEndedTitle}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={() => open(SIGN_IN_AGAIN, 'switchboard-sign-in', 'width=480,height=640')}>
            {SHELL.signInAgain}
          </Button>
        </Box>
      }
    >
      {SHELL.sessionEnded}
    </Modal>
  );
}
