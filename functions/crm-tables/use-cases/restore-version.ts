import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { checkRevision, type ExpectedRevision, nextRevision, staleRevision } from '../../shared/domain/revised.ts';
import { structureOf } from '../domain/draft.ts';
import type { CrmTableRepository, PublishedTableReader, TableWithDraft } from '../ports.ts';
import { getTable, type TablePath } from './get-table.ts';
import { readVersion } from './get-version.ts';
import { tableEntry } from './table-entry.ts';

/**
 * Restores the structure of an earlier version as the draft. Publishes nothing; codes that were published since stay
 * reserved.
 * @throws DomainError `crm-table.not-found`, `crm-table.version-not-found`, `if-match.stale`
 */
export async function restoreVersion(
  ports: { readonly tables: CrmTableRepository; readonly versions: PublishedTableReader },
  path: TablePath,
  version: number,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<TableWithDraft> {
  const { table, draft: current } = await getTable(ports, path);
  checkRevision(current, revision);
  const draft = structureOf(await readVersion(ports.versions, table, version));
  const entry = tableEntry(origin, 'restore', table, { before: current.value, after: draft });
  if ((await ports.tables.replaceDraft(table, current, draft, entry)) === 'stale') throw staleRevision();
  return { table, draft: nextRevision(current, draft) };
}
