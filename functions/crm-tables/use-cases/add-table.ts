import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { Draft } from '../domain/draft.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';
import { tableEntry } from './table-entry.ts';

/**
 * Adds a CRM table with a draft and without a published version.
 * @throws DomainError `account.not-found`, `crm-table.prefix-taken`
 */
export async function addTable(
  ports: { readonly tables: Pick<CrmTableRepository, 'create'>; readonly clock: Clock },
  identity: Pick<CrmTable, 'prefix' | 'accountPrefix' | 'shardCount'>,
  draft: Draft,
  action: 'create' | 'copy',
  origin: RequestOrigin,
): Promise<TableWithDraft> {
  const { prefix, accountPrefix, shardCount } = identity;
  const table = {
    prefix,
    accountPrefix,
    createdAt: ports.clock.now().toISOString(),
    shardCount,
    publishedVersion: undefined,
    publishedCodes: [],
  };
  switch (await ports.tables.create(table, draft, tableEntry(origin, action, table, { after: draft }))) {
    case 'written':
      return { table, draft: { value: draft, revision: 1 } };
    case 'account-unknown':
      throw new DomainError('not-found', 'account.not-found', `There is no account ${accountPrefix}.`);
    case 'prefix-taken':
      throw new DomainError(
        'conflict',
        'crm-table.prefix-taken',
        `CRM table ${prefix} already exists, or is being deleted.`,
        [
          {
            pointer: '/prefix',
            code: 'crm-table.prefix-taken',
            detail: 'Choose another prefix: prefixes are unique across all accounts.',
          },
        ],
      );
  }
}
