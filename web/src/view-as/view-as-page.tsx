import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { viewAs } from '../shared/session/viewed-user.ts';
import { Page } from '../shared/shell/page.tsx';
import { useViewableUserPages, type ViewableUser } from './queries.ts';
import { VIEW_AS } from './text.ts';

const COLUMNS: readonly Column<ViewableUser>[] = [
  { id: 'name', header: VIEW_AS.fullName, cell: ({ fullName }) => fullName, isName: true },
  { id: 'username', header: VIEW_AS.username, cell: ({ username }) => username },
  {
    id: 'view',
    header: VIEW_AS.view,
    cell: ({ id, fullName }) => (
      <Button
        variant="inline-link"
        ariaLabel={VIEW_AS.seeAsNamed(fullName)}
        onClick={() => viewAs({ userId: id, name: fullName })}
      >
        {VIEW_AS.seeAs}
      </Button>
    ),
  },
];

/** The users as whom a supervisor may see the console. */
export default function ViewAsPage() {
  const pages = useViewableUserPages();
  return (
    <Page title={VIEW_AS.title} description={VIEW_AS.description}>
      <EntityList
        name="viewable-users"
        title={VIEW_AS.title}
        noun="users"
        pages={pages}
        idOf={({ id }) => id}
        columns={COLUMNS}
        filterBy="name"
        isNamedByPage
        empty={VIEW_AS.empty}
      />
    </Page>
  );
}
