import type { Clock } from '../../shared/domain/clock.ts';
import { completeDraft } from '../domain/complete-draft.ts';
import { firstDraft, type NewTable } from '../domain/draft.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';
import { addTable } from './add-table.ts';

/**
 * Creates an unpublished CRM table with a draft of the twelve standard fields.
 * @throws DomainError `account.not-found`, `crm-table.prefix-taken`, `crm-table.invalid`
 */
export async function createTable(
  ports: { readonly tables: CrmTableRepository; readonly clock: Clock },
  accountPrefix: string,
  input: NewTable,
): Promise<TableWithDraft> {
  const draft = completeDraft(firstDraft(input), []);
  return addTable(ports, { prefix: input.prefix, accountPrefix, shardCount: input.shardCount }, draft);
}
