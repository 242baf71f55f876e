import { useState } from 'react';
import { SAVED } from '../shell/notice-model.ts';
import { removeNotice } from '../shell/notices.tsx';

/** Runs one action of a page at a time, and keeps the error of the last one. */
export function useRun(): {
  readonly isRunning: boolean;
  readonly failure: unknown;
  readonly run: (action: () => Promise<void>) => void;
  readonly reset: () => void;
} {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  return {
    isRunning,
    failure,
    reset: () => setFailure(undefined),
    run: (action) => {
      setRunning(true);
      setFailure(undefined);
      removeNotice(SAVED);
      action()
        .catch(setFailure)
        .finally(() => setRunning(false));
    },
  };
}
