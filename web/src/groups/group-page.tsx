import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AuditLink } from '../audit/audit-link.tsx';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { Page } from '../shared/shell/page.tsx';
import { GroupMembers } from './group-members.tsx';
import { useGroup, useGroupWrites } from './queries.ts';
import { GROUPS } from './text.ts';

export default function GroupPage({ params: { groupId } }: { readonly params: { readonly groupId: string } }) {
  const { body: group, etag } = useGroup(groupId);
  const { remove } = useGroupWrites();
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <AuditLink kind="group" object={groupId} since={group.createdAt} />
      <DeleteButton title={`Delete group ${group.name}`} remove={() => remove(groupId, etag)} next="/groups">
        {GROUPS.deleteText}
      </DeleteButton>
      <UnlessViewing>
        <Button href={`/groups/${groupId}/edit`} onFollow={follow}>
          {GROUPS.edit}
        </Button>
      </UnlessViewing>
    </SpaceBetween>
  );
  return (
    <Page title={group.name} above={[{ text: GROUPS.title, href: '/groups' }]} actions={actions}>
      <GroupMembers groupId={groupId} />
    </Page>
  );
}
