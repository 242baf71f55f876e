import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { completeDraft } from '../domain/complete-draft.ts';
import { firstDraft, type NewTable } from '../domain/draft.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';

/**
 * Creates a CRM table, unpublished, with a draft of the twelve standard fields.
 * @throws DomainError `account.not-found`, `crm-table.prefix-taken`, `crm-table.invalid`
 */
export async function createTable(
  deps: { readonly tables: CrmTableRepository; readonly clock: Clock },
  accountPrefix: string,
  input: NewTable,
): Promise<TableWithDraft> {
  const table = {
    prefix: input.prefix,
    accountPrefix,
    createdAt: deps.clock.now().toISOString(),
    shardCount: input.shardCount,
    publishedVersion: undefined,
    slots: [],
    publishedCodes: [],
  };
  const draft = completeDraft(firstDraft(input), []);
  switch (await deps.tables.create(table, draft)) {
    case 'created':
      return { table, draft: { value: draft, revision: 1 } };
    case 'account-unknown':
      throw new DomainError('not-found', 'account.not-found', `There is no account ${accountPrefix}.`);
    case 'prefix-taken':
      throw new DomainError('conflict', 'crm-table.prefix-taken', `There is already a CRM table ${table.prefix}.`, [
        { pointer: '/prefix', code: 'crm-table.prefix-taken', detail: 'Prefixes are unique over all accounts.' },
      ]);
  }
}
