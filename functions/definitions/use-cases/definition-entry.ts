import type { CurrentFields } from '../../crm-tables/index.ts';
import { type AuditEntry, auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Definition } from '../domain/definition.ts';

/** The audit entry of an act on an import definition. */
export function definitionEntry(
  origin: RequestOrigin,
  action: string,
  { accountPrefix }: Pick<CurrentFields, 'accountPrefix'>,
  { before, after }: { readonly before?: Definition; readonly after?: Definition },
): AuditEntry {
  const { definitionId, name, prefix } = after ?? before ?? { definitionId: '', name: '', prefix: undefined };
  const act = { kind: 'import-definition', action, object: definitionId, account: accountPrefix, table: prefix };
  return auditEntry(origin, { ...act, name, before, after });
}
