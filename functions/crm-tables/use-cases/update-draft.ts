import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { checkRevision, type ExpectedRevision, nextRevision, staleRevision } from '../../shared/domain/revised.ts';
import { carryDraft } from '../domain/carry-draft.ts';
import { completeDraft } from '../domain/complete-draft.ts';
import type { DraftInput } from '../domain/draft.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';
import { getTable, type TablePath } from './get-table.ts';
import { tableEntry } from './table-entry.ts';

/**
 * Replaces the whole draft of a table, if it still has this revision. Agents do not see the draft.
 * @throws DomainError `crm-table.not-found`, `crm-table.invalid`, `if-match.stale`
 */
export async function updateDraft(
  ports: { readonly tables: CrmTableRepository },
  path: TablePath,
  input: DraftInput,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<TableWithDraft> {
  const { table, draft: current } = await getTable(ports, path);
  checkRevision(current, revision);
  const draft = carryDraft(current.value, completeDraft(input, table.publishedCodes));
  const entry = tableEntry(origin, 'update', table, { before: current.value, after: draft });
  if ((await ports.tables.replaceDraft(table, current, draft, entry)) === 'stale') throw staleRevision();
  return { table, draft: nextRevision(current, draft) };
}
