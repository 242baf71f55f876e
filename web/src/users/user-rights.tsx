import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { originOf } from './model.ts';
import { useRights } from './queries.ts';
import { USERS } from './text.ts';

/** What a user may do, permission by permission, and which role gives it. */
export function UserRights({ userId }: { readonly userId: string }) {
  const { isEnabled, permissions } = useRights(userId);
  return (
    <SpaceBetween size="s">
      {!isEnabled && permissions.length > 0 && <Alert type="info">{USERS.disabledRights}</Alert>}
      <Table
        header={
          <Header variant="h2" description={USERS.rightsDescription}>
            {USERS.rights}
          </Header>
        }
        ariaLabels={{ tableLabel: USERS.rights }}
        items={permissions}
        trackBy="permission"
        columnDefinitions={[
          { id: 'permission', header: USERS.permission, cell: ({ allows }) => allows, isRowHeader: true },
          { id: 'from', header: USERS.from, cell: ({ from }) => from.map(originOf).join('; ') },
        ]}
        empty={USERS.noRights}
      />
    </SpaceBetween>
  );
}
