import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useRun } from '../shared/form/use-run.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { type Invitations, invitableOf, MOST_INVITATIONS, type User } from './model.ts';
import { useInvitations } from './queries.ts';
import { USERS } from './text.ts';

interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Invites the chosen users at once, and follows their invitations. */
export function useInviteMany(chosen: readonly User[], clear: () => void) {
  const { invite, follow } = useInvitations();
  const { isRunning, failure, run } = useRun();
  const [progress, setProgress] = useState<Progress>({ done: 0, of: 0 });
  const [rejected, setRejected] = useState<Invitations['rejected']>([]);
  const invitable = invitableOf(chosen);
  const start = () =>
    run(async () => {
      setRejected([]);
      const { accepted, rejected: without } = await invite(invitable.map(({ id }) => id));
      setRejected(without);
      const of = accepted.length;
      setProgress({ done: 0, of });
      clear();
      await follow(accepted, (done) => setProgress({ done, of }));
    });
  const button = (
    <Button
      loading={isRunning}
      disabled={invitable.length === 0 || invitable.length > MOST_INVITATIONS}
      disabledReason={invitable.length > MOST_INVITATIONS ? USERS.tooMany(MOST_INVITATIONS) : USERS.chooseToInvite}
      onClick={start}
    >
      {USERS.inviteMany(invitable.length)}
    </Button>
  );
  const nameOf = (userId: string) => chosen.find(({ id }) => id === userId)?.fullName ?? userId;
  const result = (
    <SpaceBetween size="s">
      {failure !== undefined && <ErrorAlert error={failure} header={USERS.notInvited} />}
      {rejected.length > 0 && (
        <Alert type="warning" header={USERS.notInvited}>
          {rejected.map(({ userId, detail }) => (
            <div key={userId}>{`${nameOf(userId)}: ${detail}`}</div>
          ))}
        </Alert>
      )}
      {progress.of > 0 && (
        <ProgressBar
          label={USERS.inviting}
          description={USERS.invited(progress.done, progress.of)}
          value={Math.round((progress.done / progress.of) * 100)}
          status={progress.done === progress.of ? 'success' : 'in-progress'}
          resultText={USERS.invited(progress.done, progress.of)}
        />
      )}
    </SpaceBetween>
  );
  const isShown = failure !== undefined || rejected.length > 0 || progress.of > 0;
  return { button, result: isShown && result };
}
