import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRun } from '../shared/form/use-run.ts';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { PageLink } from '../shared/shell/link.tsx';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import type { User } from '../users/model.ts';
import { UserStatus } from '../users/user-status.tsx';
import { AddMember } from './add-member.tsx';
import { useGroupWrites, useMemberPages } from './queries.ts';
import { GROUPS } from './text.ts';

/** The users of a group; adds and removes users. */
export function GroupMembers({ groupId }: { readonly groupId: string }) {
  const pages = useMemberPages(groupId);
  const { addMember, removeMember } = useGroupWrites();
  const { isRunning, failure, run } = useRun();
  const columns: readonly Column<User>[] = [
    {
      id: 'name',
      header: 'Full name',
      cell: ({ id, fullName }) => <PageLink href={`/users/${id}`}>{fullName}</PageLink>,
      isName: true,
    },
    { id: 'status', header: 'Status', cell: ({ status }) => <UserStatus status={status} /> },
    {
      id: 'as',
      header: GROUPS.belongsAs,
      cell: (user) => (user.groupId === groupId ? GROUPS.asGroup : GROUPS.asTeam),
    },
    {
      id: 'remove',
      header: GROUPS.remove,
      cell: ({ id, fullName }) => (
        <UnlessViewing>
          <Button
            variant="inline-link"
            ariaLabel={GROUPS.removeFrom(fullName)}
            disabled={isRunning}
            onClick={() => run(() => removeMember(groupId, id))}
          >
            {GROUPS.remove}
          </Button>
        </UnlessViewing>
      ),
    },
  ];
  return (
    <SpaceBetween size="s">
      {failure !== undefined && <ErrorAlert error={failure} header={GROUPS.notChanged} />}
      <EntityList
        name="members"
        title={GROUPS.members}
        description={GROUPS.membersHelp}
        noun="users"
        pages={pages}
        idOf={({ id }) => id}
        columns={columns}
        filterBy="name, e-mail address or CRM Id"
        empty={GROUPS.noMembers}
        actions={
          <UnlessViewing>
            <AddMember isRunning={isRunning} add={(userId) => run(() => addMember(groupId, userId))} />
          </UnlessViewing>
        }
      />
    </SpaceBetween>
  );
}
