import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmButton } from '../shared/form/confirm-button.tsx';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsViewing, useMay } from '../shared/session/me.ts';
import { viewAs } from '../shared/session/viewed-user.ts';
import type { User } from './model.ts';
import { useUserWrites } from './queries.ts';
import { USERS } from './text.ts';

/** What can be done with a user. @param run runs an act that needs no question */
export function UserActions({
  user,
  etag,
  isSelf,
  isRunning,
  run,
}: {
  readonly user: User;
  readonly etag: string;
  /** Nobody disables or deletes themselves. */
  readonly isSelf: boolean;
  readonly isRunning: boolean;
  readonly run: (act: () => Promise<void>) => void;
}) {
  const { id, fullName, email, status, signIn, createdAt } = user;
  const { invite, resetPassword, disable, enable, remove } = useUserWrites();
  const isViewing = useIsViewing();
  const maySupervise = useMay()('agents.supervise');
  const auditLink = <AuditLink kind="user" object={id} since={createdAt} />;
  if (isViewing) return auditLink;
  const maySignIn = email !== null && status === 'active';
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {auditLink}
      {!isSelf && maySupervise && status === 'active' && (
        <Button onClick={() => viewAs({ userId: id, name: fullName })}>{USERS.viewAs}</Button>
      )}
      {!isSelf && (
        <DeleteButton title={`Delete user ${fullName}`} remove={() => remove(id, etag)} next="/users">
          {USERS.deleteText}
        </DeleteButton>
      )}
      {!isSelf && status === 'active' && (
        <ConfirmButton text={USERS.disable} title={`Disable ${fullName}`} act={() => disable(id)}>
          {USERS.disableText}
        </ConfirmButton>
      )}
      {status === 'disabled' && (
        <Button loading={isRunning} onClick={() => run(() => enable(id))}>
          {USERS.enable}
        </Button>
      )}
      {maySignIn && signIn.isInvited && (
        <ConfirmButton text={USERS.reset} title={`Reset the password of ${fullName}`} act={() => resetPassword(id)}>
          {USERS.resetText}
        </ConfirmButton>
      )}
      {maySignIn && (
        <Button loading={isRunning} onClick={() => run(() => invite(id))}>
          {signIn.isInvited ? USERS.inviteAgain : USERS.invite}
        </Button>
      )}
      {!isSelf && (
        <Button href={`/users/${id}/roles`} onFollow={follow}>
          {USERS.roles}
        </Button>
      )}
      <Button href={`/users/${id}/edit`} onFollow={follow}>
        {USERS.edit}
      </Button>
    </SpaceBetween>
  );
}
