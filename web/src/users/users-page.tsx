import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { signInOf, type User } from './model.ts';
import { useUserPages } from './queries.ts';
import { USERS } from './text.ts';
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
      return <StatusIndicator type={type}>{text}</StatusIndicator>;
    },
  },
  { id: 'created', header: USERS.created, cell: ({ createdAt }) => shownDate(createdAt), isExtra: true },
];

export default function UsersPage() {
  const pages = useUserPages();
  const create = (
    <Button variant="primary" href="/users/new" onFollow={follow}>
      {USERS.create}
    </Button>
  );
  return (
    <Page title={USERS.title} description={USERS.description} actions={create}>
      <EntityList
        name="users"
        title={USERS.title}
        noun="users"
        pages={pages}
        idOf={({ id }) => id}
        columns={COLUMNS}
        filterBy="name, e-mail address or CRM Id"
        isNamedByPage
        empty={USERS.empty}
      />
    </Page>
  );
}
