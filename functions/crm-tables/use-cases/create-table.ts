import type { Clock } from '../../shared/domain/clock.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { completeDraft } from '../domain/complete-draft.ts';
import { type NewTable, newDraft } from '../domain/draft.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';
import { addTable } from './add-table.ts';

/**
 * Creates an unpublished CRM table with its whole draft, so that a failure leaves no part of it.
 * @throws DomainError `account.not-found`, `crm-table.prefix-taken`, `crm-table.invalid`
 */
export async function createTable(
  ports: { readonly tables: CrmTableRepository; readonly clock: Clock },
  accountPrefix: string,
  input: NewTable,
  origin: RequestOrigin,
): Promise<TableWithDraft> {
  const draft = completeDraft(newDraft(input), []);
  return addTable(
    ports,
    { prefix: input.prefix, accountPrefix, shardCount: input.shardCount },
    draft,
    'create',
    origin,
  );
}
