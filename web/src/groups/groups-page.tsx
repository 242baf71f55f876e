import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import type { Group } from './model.ts';
import { useGroupPages } from './queries.ts';
import { GROUPS } from './text.ts';

const COLUMNS: readonly Column<Group>[] = [
  {
    id: 'name',
    header: GROUPS.name,
    cell: ({ id, name }) => <PageLink href={`/groups/${id}`}>{name}</PageLink>,
    isName: true,
  },
  { id: 'created', header: GROUPS.created, cell: ({ createdAt }) => shownDate(createdAt) },
];

export default function GroupsPage() {
  const pages = useGroupPages();
  const create = (
    <UnlessViewing>
      <Button variant="primary" href="/groups/new" onFollow={follow}>
        {GROUPS.create}
      </Button>
    </UnlessViewing>
  );
  return (
    <Page title={GROUPS.title} description={GROUPS.description} actions={create}>
      <EntityList
        name="groups"
        title={GROUPS.title}
        noun="groups"
        pages={pages}
        idOf={({ id }) => id}
        columns={COLUMNS}
        filterBy="name"
        isNamedByPage
        empty={GROUPS.empty}
      />
    </Page>
  );
}
