import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { shownCount, shownDollars } from '../../shared/amounts.ts';
import { namedReason } from '../../shared/named-reason.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { PageLink } from '../../shared/shell/link.tsx';
import type { Import } from '../model.ts';
import { useFieldLabels } from './queries.ts';
import { PAGE } from './text.ts';

const REJECTION_TITLES: Partial<Record<Import['status'], string>> = {
  rejected: PAGE.rejected,
  failed: PAGE.brokeOff,
  missed: PAGE.missed,
};

/** What a person has to know about an import before its details: why it waits, why it failed. */
export function ImportAlerts({ view }: { readonly view: Import }) {
  const labelOf = useFieldLabels(view);
  const { status, rejection, commonFailure, options, resumedOver, cancelRequestedAt, estimate, waiting } = view;
  return (
    <SpaceBetween size="s">
      {rejection && (
        <Alert type="error" header={REJECTION_TITLES[status]}>
          {rejection.reason}
        </Alert>
      )}
      {commonFailure !== undefined && (
        <Alert type="warning" header={PAGE.commonFailure}>
          {namedReason(commonFailure, (code) => labelOf.get(code))}
        </Alert>
      )}
      {status === 'awaiting-confirmation' && estimate && (
        <Alert type="warning" header={PAGE.confirmTitle}>
          {PAGE.estimate({
            inserts: shownCount(estimate.inserts),
            updates: shownCount(estimate.updates),
            dollars: shownDollars(estimate.dollars),
          })}
        </Alert>
      )}
      {status === 'running' && cancelRequestedAt !== undefined && <Alert>{PAGE.cancelling}</Alert>}
      {waiting && waiting.reason !== 'starting' && <WaitAlert {...waiting} />}
      {options?.dryRun && <Alert>{PAGE.dryRun}</Alert>}
      {resumedOver !== undefined && (
        <Alert type="warning">
          {PAGE.resumedOver} <PageLink href={`/imports/${resumedOver}`}>{PAGE.newerImport}</PageLink>
        </Alert>
      )}
    </SpaceBetween>
  );
}

function WaitAlert({ reason, importId, until, position }: NonNullable<Import['waiting']>) {
  return (
    <Alert>
      {reason === 'table-draining' && until !== undefined ? PAGE.drains(shownDate(until)) : PAGE.waitsFor}{' '}
      {PAGE.place(shownCount(position))}{' '}
      {importId !== undefined && <PageLink href={`/imports/${importId}`}>{PAGE.otherImport}</PageLink>}
    </Alert>
  );
}
