import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsViewing } from '../shared/session/me.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { Status } from '../shared/shell/status.tsx';
import { useInviteMany } from './invite-many.tsx';
import { signInOf, type User } from './model.ts';
import { useUserPages } from './queries.ts';
import { USERS } from './text.ts';
import { UserFilters } from './user-filters.tsx';
import { UserStatus } from './user-status.tsx';

const COLUMNS: readonly Column<User>[] = [
  {
    id: 'name',
    header: USERS.fullName,
    cell: ({ id, fullName }) => <PageLink href={`/users/${id}`}>{fullName}</PageLink>,
    isName: true,
  },
  { id: 'username', header: USERS.username, cell: ({ username }) => username },
  { id: 'email', header: USERS.email, cell: ({ email }) => email ?? '–' },
  { id: 'crmId', header: USERS.crmId, cell: ({ crmId }) => crmId ?? '–', isExtra: true },
  { id: 'status', header: USERS.status, cell: ({ status }) => <UserStatus status={status} /> },
  {
    id: 'signIn',
    header: USERS.signIn,
    cell: (user) => {
      const { type, text } = signInOf(user);
      return <Status type={type}>{text}</Status>;
    },
  },
  { id: 'created', header: USERS.created, cell: ({ createdAt }) => shownDate(createdAt), isExtra: true },
];

export default function UsersPage() {
  const pages = useUserPages();
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const invitations = useInviteMany(chosen, () => setChosen([]));
  const isViewing = useIsViewing();
  const choice = {
    chosen,
    onChoose: setChosen,
    label: ({ fullName }: User) => USERS.choose(fullName),
    labelAll: USERS.chooseAll,
  };
  const actions = (
    <UnlessViewing>
      <SpaceBetween direction="horizontal" size="xs">
        {invitations.button}
        <Button variant="primary" href="/users/new" onFollow={follow}>
          {USERS.create}
        </Button>
      </SpaceBetween>
    </UnlessViewing>
  );
  return (
    <Page title={USERS.title} description={USERS.description} actions={actions}>
      <SpaceBetween size="l">
        {invitations.result}
        <EntityList
          name="users"
          title={USERS.title}
          noun="users"
          pages={pages}
          idOf={({ id }) => id}
          columns={COLUMNS}
          filter={<UserFilters pages={pages} />}
          {...(!isViewing && { choice })}
          isNamedByPage
          empty={USERS.empty}
        />
      </SpaceBetween>
    </Page>
  );
}
