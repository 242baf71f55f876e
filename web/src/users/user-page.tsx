import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useGroups } from '../groups/queries.ts';
import { useRun } from '../shared/form/use-run.ts';
import { useMe } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { Page } from '../shared/shell/page.tsx';
import { Status } from '../shared/shell/status.tsx';
import { signInOf } from './model.ts';
import { useUser } from './queries.ts';
import { USERS } from './text.ts';
import { UserActions } from './user-actions.tsx';
import { UserRights } from './user-rights.tsx';
import { UserStatus } from './user-status.tsx';

export default function UserPage({ params: { userId } }: { readonly params: { readonly userId: string } }) {
  const { body: user, etag } = useUser(userId);
  const { groups } = useGroups();
  const { isRunning, failure, run } = useRun();
  const isSelf = useMe().userId === userId;
  const nameOf = (groupId: string) => groups.find(({ id }) => id === groupId)?.name ?? groupId;
  const belongsTo = [...(user.groupId === null ? [] : [user.groupId]), ...user.teamIds].map(nameOf);
  const { type, text } = signInOf(user);
  const actions = <UserActions user={user} etag={etag} isSelf={isSelf} isRunning={isRunning} run={run} />;
  return (
    <Page title={user.fullName} above={[{ text: USERS.title, href: '/users' }]} actions={actions}>
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} header="Not done" />}
        <Container header={<Header variant="h2">{USERS.details}</Header>}>
          <KeyValuePairs
            columns={4}
            items={[
              { label: USERS.status, value: <UserStatus status={user.status} /> },
              { label: USERS.signIn, value: <Status type={type}>{text}</Status> },
              { label: USERS.username, value: user.username },
              { label: USERS.email, value: user.email ?? USERS.none },
              { label: USERS.crmId, value: user.crmId ?? USERS.none },
              { label: USERS.language, value: user.language },
              { label: USERS.timeZone, value: user.timeZone },
              { label: USERS.group, value: belongsTo.join(', ') || USERS.noGroup },
              { label: USERS.created, value: shownDate(user.createdAt) },
            ]}
          />
        </Container>
        <UserRights userId={userId} />
      </SpaceBetween>
    </Page>
  );
}
