import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import { prepareVersion } from '../domain/prepare-version.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { CrmTableRepository } from '../ports.ts';
import { getTable, type TablePath } from './get-table.ts';

/**
 * Makes the draft, if it is still as its reader saw it, the table's next version: immutable, and live at once.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-publishable`, `crm-table.import-running`,
 *   `crm-table.published-meanwhile`, `if-match.stale`
 */
export async function publishTable(
  deps: { readonly tables: CrmTableRepository; readonly clock: Clock },
  path: TablePath,
  revision: number,
): Promise<PublishedTable> {
  const { table, draft } = await getTable(deps, path);
  if (draft.revision !== revision) throw staleRevision();
  const next = prepareVersion(table, draft.value, deps.clock.now());
  switch (await deps.tables.publish(next.version, next.table, revision)) {
    case 'published':
      return next.version;
    case 'stale':
      throw staleRevision();
    case 'import-running':
      throw new DomainError(
        'conflict',
        'crm-table.import-running',
        'An import is running on this CRM table. Publish when it has ended.',
      );
    case 'published-meanwhile':
      throw new DomainError(
        'conflict',
        'crm-table.published-meanwhile',
        'Someone else has published this CRM table at the same time. Look at it and try again.',
      );
  }
}
