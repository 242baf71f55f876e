import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { checkRevision, type ExpectedRevision, staleRevision } from '../../shared/domain/revised.ts';
import type { Changes } from '../domain/changes/changes.ts';
import { checkConfirmation } from '../domain/changes/check-confirmation.ts';
import { describeChanges } from '../domain/changes/describe-changes.ts';
import { indexChange } from '../domain/changes/index-change.ts';
import { prepareVersion } from '../domain/prepare-version.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { CrmTableRepository, PublishedTableReader } from '../ports.ts';
import { readLastVersion } from './get-changes.ts';
import { getTable, type TablePath } from './get-table.ts';
import { tableEntry } from './table-entry.ts';

/**
 * The revision of the draft that the caller has read, and the changes that the caller confirms: `confirm` of the
 * changes.
 */
export interface PublishOrder {
  readonly revision: ExpectedRevision;
  readonly confirmed: string | undefined;
}

export interface Publication {
  readonly version: PublishedTable;
  readonly changes: Changes;
  /** The draft's new revision. */
  readonly revision: number;
}

/**
 * Publishes the draft as the table's next version, if it still has this revision. The version is immutable and in use
 * at once.
 * @throws DomainError `crm-table.not-found`, `crm-table.confirmation-needed`,
 * `crm-table.confirmation-stale`, `crm-table.import-running`, `crm-table.published-meanwhile`, `if-match.stale`
 */
export async function publishTable(
  ports: { readonly tables: CrmTableRepository; readonly versions: PublishedTableReader; readonly clock: Clock },
  path: TablePath,
  { revision, confirmed }: PublishOrder,
  origin: RequestOrigin,
): Promise<Publication> {
  const found = await getTable(ports, path);
  const { table, draft } = found;
  checkRevision(draft, revision);
  const next = prepareVersion(table, draft.value, ports.clock.now());
  const before = await readLastVersion(ports, table);
  const changes = describeChanges(table, before, draft.value);
  checkConfirmation(changes, draft.value, confirmed);
  const after = { name: draft.value.name, publishedVersion: next.version.version };
  const entry = tableEntry(origin, 'publish', table, { before: { publishedVersion: table.publishedVersion }, after });
  switch (
    await ports.tables.publish(next.version, next.table, draft.revision, indexChange(before, next.version), entry)
  ) {
    case 'written':
      return { version: next.version, changes, revision: draft.revision + 1 };
    case 'stale':
      throw staleRevision();
    case 'import-running':
      throw new DomainError(
        'conflict',
        'crm-table.import-running',
        'An import is running on this CRM table. Publish after it has ended.',
      );
    case 'published-meanwhile':
      throw new DomainError(
        'conflict',
        'crm-table.published-meanwhile',
        'Another request has published this CRM table meanwhile. Read it again and repeat the request.',
      );
  }
}
