import { useEffect, useState } from 'react';
import { useMe } from '../../shared/session/me.ts';
import { ImportStart, type Outcome } from './import-start.ts';
import { useWizardWrites } from './queries.ts';
import type { Wizard } from './use-wizard.ts';

/** Carries out what the wizard has agreed. */
export function useStart(
  accountPrefix: string,
  { choices, agreed, file }: Wizard,
  onOutcome: (outcome: Outcome) => void,
) {
  const writes = useWizardWrites();
  const { userId } = useMe();
  const [starter] = useState(() => new ImportStart(writes, { userId, accountPrefix }));
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const start = async () => {
    if (file === undefined || agreed === undefined || isStarting) return;
    setIsStarting(true);
    setFailure(undefined);
    try {
      onOutcome(await starter.run({ choices, agreed, file }));
    } catch (error) {
      setFailure(error);
      setIsStarting(false);
    }
  };
  // A wizard that is left leaves nothing. Without a connection the definition stays, which the list of definitions shows.
  useEffect(() => () => void starter.abandon().catch(() => undefined), [starter]);
  return { start, isStarting, failure };
}
