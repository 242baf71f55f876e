import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { AuditLink } from '../audit/audit-link.tsx';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { Page } from '../shared/shell/page.tsx';
import type { Role } from './model.ts';
import { useRole, useRoleWrites } from './queries.ts';
import { useTableNames } from './tables-queries.ts';
import { PERMISSION_GROUPS, PERMISSION_TEXTS, ROLES } from './text.ts';

export default function RolePage({ params: { roleId } }: { readonly params: { readonly roleId: string } }) {
  const { body: role, etag } = useRole(roleId);
  return (
    <Page
      title={role.name}
      above={[{ text: ROLES.title, href: '/roles' }]}
      actions={<RoleActions role={role} etag={etag} />}
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{ROLES.details}</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: ROLES.kind, value: role.isBuiltIn ? ROLES.builtIn : ROLES.own },
              { label: ROLES.created, value: role.createdAt === undefined ? '–' : shownDate(role.createdAt) },
            ]}
          />
        </Container>
        <Permissions role={role} />
        {!role.isBuiltIn && <RulesOfFields role={role} />}
      </SpaceBetween>
    </Page>
  );
}

function RoleActions({
  role: { id, name, isBuiltIn, createdAt },
  etag,
}: {
  readonly role: Role;
  readonly etag: string;
}) {
  const { remove } = useRoleWrites();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {createdAt !== undefined && <AuditLink kind="role" object={id} since={createdAt} />}
      {!isBuiltIn && (
        <DeleteButton title={`Delete role ${name}`} remove={() => remove(id, etag)} next="/roles">
          {ROLES.deleteText}
        </DeleteButton>
      )}
      <UnlessViewing>
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={`/roles/new?like=${encodeURIComponent(id)}`} onFollow={follow}>
            {ROLES.copy}
          </Button>
          {!isBuiltIn && (
            <Button href={`/roles/${id}/fields`} onFollow={follow}>
              {ROLES.editRules}
            </Button>
          )}
          {!isBuiltIn && (
            <Button href={`/roles/${id}/edit`} onFollow={follow}>
              {ROLES.edit}
            </Button>
          )}
        </SpaceBetween>
      </UnlessViewing>
    </SpaceBetween>
  );
}

function Permissions({ role: { permissions } }: { readonly role: Role }) {
  const groups = PERMISSION_GROUPS.map(({ title, permissions: all }) => ({
    title,
    held: all.filter((permission) => permissions.includes(permission)),
  })).filter(({ held }) => held.length > 0);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${permissions.length})`}>
          {ROLES.permissions}
        </Header>
      }
    >
      <ColumnLayout columns={2} variant="text-grid">
        {groups.map(({ title, held }) => (
          <KeyValuePairs
            key={title}
            items={[{ label: title, value: held.map((each) => <div key={each}>{PERMISSION_TEXTS[each]}</div>) }]}
          />
        ))}
      </ColumnLayout>
    </Container>
  );
}

function RulesOfFields({ role: { fieldRules } }: { readonly role: Role }) {
  const { tableName, fieldName } = useTableNames(fieldRules.map(({ prefix }) => prefix));
  const named = (prefix: string, codes: readonly string[]) =>
    codes.map((code) => fieldName(prefix, code)).join(', ') || '–';
  return (
    <Table
      header={
        <Header variant="h2" description={ROLES.rulesHelp}>
          {ROLES.rules}
        </Header>
      }
      ariaLabels={{ tableLabel: ROLES.rules }}
      items={fieldRules}
      trackBy="prefix"
      columnDefinitions={[
        { id: 'table', header: ROLES.table, cell: ({ prefix }) => tableName(prefix), isRowHeader: true },
        { id: 'hidden', header: ROLES.hidden, cell: ({ prefix, hidden }) => named(prefix, hidden) },
        { id: 'readOnly', header: ROLES.readOnly, cell: ({ prefix, readOnly }) => named(prefix, readOnly) },
      ]}
      empty={ROLES.noRules}
    />
  );
}
