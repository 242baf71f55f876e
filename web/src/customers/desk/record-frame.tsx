import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { VipBadge } from '../vip-badge.tsx';
import type { DeskTable } from './desk-table.ts';
import type { Customer } from './queries.ts';
import { DESK } from './text.ts';
import type { RecordActions } from './use-record-actions.ts';

/** The heading of a record, which says whose it is, with the actions of the record unless its form has its own. */
export function RecordFrame({
  table,
  customer: { customerId, isVip },
  name,
  view: { neighbours, chooseTab, ...actions },
  isEditing,
  children,
}: {
  readonly table: DeskTable;
  readonly customer: Customer;
  readonly name: string;
  readonly view: RecordActions;
  readonly isEditing: boolean;
  readonly children: ReactNode;
}) {
  const listed = Object.values(actions).filter((action) => action !== undefined);
  const place = neighbours && DESK.place(neighbours.position, neighbours.count, neighbours.hasMore);
  return (
    <Page
      title={name}
      tabTitle={customerId}
      description={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <VipBadge isVip={isVip} />
          <span>{[customerId, table.name, place].filter((part) => part !== undefined).join(' · ')}</span>
        </SpaceBetween>
      }
      actions={
        !isEditing && (
          <SpaceBetween direction="horizontal" size="xs">
            {listed.map((action) => (
              <ActionButton key={action.id} action={action} />
            ))}
            <PageKeys actions={[...listed, ...chooseTab]} further={TAB_KEYS} />
          </SpaceBetween>
        )
      }
    >
      <SpaceBetween size="m">{children}</SpaceBetween>
    </Page>
  );
}

const TAB_KEYS = [{ key: '1 … 9', text: DESK.showTab }];
