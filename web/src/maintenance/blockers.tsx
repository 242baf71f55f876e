import Alert from '@cloudscape-design/components/alert';
import { PageLink } from '../shared/shell/link.tsx';
import { type Blocker, blockerText } from './text.ts';

function addressOf(accountPrefix: string, { kind, id, prefix }: Blocker): string {
  if (kind === 'campaign') return `/accounts/${accountPrefix}/campaigns/${id}`;
  if (kind === 'import') return `/imports/${id}`;
  return `/accounts/${accountPrefix}/crm-tables/${prefix}/schedules/${id}`;
}

/** What stands in the way of a deletion, each with a link. */
export function Blockers({
  accountPrefix,
  header,
  blockers,
}: {
  readonly accountPrefix: string;
  readonly header: string;
  readonly blockers: readonly Blocker[];
}) {
  return (
    <Alert type="warning" header={header}>
      <ul>
        {blockers.map((blocker) => (
          <li key={`${blocker.kind} ${blocker.id}`}>
            {blocker.prefix}: {blockerText(blocker.kind)}{' '}
            <PageLink href={addressOf(accountPrefix, blocker)}>{blocker.name ?? blocker.id}</PageLink>. {blocker.reason}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
