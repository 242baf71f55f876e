import type { PublishedTableReader } from '../../crm-tables/index.ts';
import { type AuditEntry, auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { SchedulePath, StoredSchedule } from '../domain/schedule.ts';

interface States {
  readonly before?: StoredSchedule;
  readonly after?: StoredSchedule;
}

/** The account of a CRM table; undefined if there is no such table. */
async function accountOf({ tables }: { readonly tables: PublishedTableReader }, prefix: string) {
  const found = await tables.readPublished(prefix);
  if (found.status === 'unknown') return undefined;
  return found.status === 'published' ? found.table.accountPrefix : found.accountPrefix;
}

/** The audit entry of an act on a schedule. */
export async function scheduleEntry(
  ports: { readonly tables: PublishedTableReader },
  origin: RequestOrigin,
  action: string,
  { prefix, scheduleId }: SchedulePath,
  { before, after }: States,
): Promise<AuditEntry> {
  const account = await accountOf(ports, prefix);
  const name = (after ?? before)?.name;
  const act = { kind: 'schedule', action, object: scheduleId, account, table: prefix };
  return auditEntry(origin, { ...act, name, before, after });
}
