import { type AuditEntry, auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { Draft } from '../domain/draft.ts';

interface Structures {
  readonly before?: object;
  readonly after: Pick<Draft, 'name'>;
}

/** The audit entry of an act on a CRM table. */
export function tableEntry(
  origin: RequestOrigin,
  action: 'create' | 'copy' | 'update' | 'restore' | 'publish',
  { prefix, accountPrefix }: Pick<CrmTable, 'prefix' | 'accountPrefix'>,
  { before, after }: Structures,
): AuditEntry {
  const act = { kind: 'crm-table', action, object: prefix, account: accountPrefix };
  return auditEntry(origin, { ...act, name: after.name, before, after });
}
