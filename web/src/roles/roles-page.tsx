import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import type { Role } from './model.ts';
import { useRolePages } from './queries.ts';
import { ROLES } from './text.ts';

const COLUMNS: readonly Column<Role>[] = [
  {
    id: 'name',
    header: ROLES.name,
    cell: ({ id, name }) => <PageLink href={`/roles/${id}`}>{name}</PageLink>,
    isName: true,
  },
  { id: 'kind', header: ROLES.kind, cell: ({ isBuiltIn }) => (isBuiltIn ? ROLES.builtIn : ROLES.own) },
  { id: 'permissions', header: ROLES.permissions, cell: ({ permissions }) => permissions.length },
  {
    id: 'rules',
    header: ROLES.rules,
    cell: ({ fieldRules }) => (fieldRules.length === 0 ? '–' : ROLES.rulesCount(fieldRules.length)),
  },
];

export default function RolesPage() {
  const pages = useRolePages();
  const create = (
    <UnlessViewing>
      <Button variant="primary" href="/roles/new" onFollow={follow}>
        {ROLES.create}
      </Button>
    </UnlessViewing>
  );
  return (
    <Page title={ROLES.title} description={ROLES.description} actions={create}>
      <EntityList
        name="roles"
        title={ROLES.title}
        noun="roles"
        pages={pages}
        idOf={({ id }) => id}
        columns={COLUMNS}
        filterBy="name"
        isNamedByPage
        empty={ROLES.empty}
      />
    </Page>
  );
}
