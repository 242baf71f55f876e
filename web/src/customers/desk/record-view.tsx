import Alert from '@cloudscape-design/components/alert';
import { ApiError } from '../../shared/api/api-error.ts';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { navigate } from '../../shared/router/use-place.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { PageSkeleton } from '../../shared/shell/page-skeleton.tsx';
import { deskAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { useCustomer } from './queries.ts';
import { CustomerRecord } from './record.tsx';
import { DESK } from './text.ts';

/** One customer. */
export function RecordView({ table, customerId }: { readonly table: DeskTable; readonly customerId: string }) {
  const { data, error } = useCustomer(table, customerId);
  // A half-written note must not move on to the next customer.
  if (data) return <CustomerRecord key={customerId} table={table} customer={data.body} etag={data.etag} />;
  return error ? <NoRecord {...{ table, customerId, error }} /> : <PageSkeleton />;
}

function NoRecord({
  table,
  customerId,
  error,
}: {
  readonly table: DeskTable;
  readonly customerId: string;
  readonly error: Error;
}) {
  const back = { id: 'back', text: DESK.back, key: 'Escape', act: () => navigate(deskAddress(table)) };
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <Page title={customerId} actions={<PageKeys actions={[back]} />}>
      {isGone ? (
        <Alert type="warning" header={DESK.gone(customerId)} action={<ActionButton action={back} />}>
          {DESK.goneText}
        </Alert>
      ) : (
        <ErrorAlert error={error} />
      )}
    </Page>
  );
}
