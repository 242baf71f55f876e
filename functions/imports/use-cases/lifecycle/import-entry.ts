import { type AuditEntry, auditEntry } from '../../../shared/domain/audit/audit-entry.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Import } from '../../domain/import.ts';

/** The attributes that a person decides. Mapping and options may hold values of customers: the import itself shows them. */
function decided({ prefix, fileName, announced, requested, status, ...more }: Import) {
  return {
    ...{ prefix, fileName, bytes: announced?.bytes, definition: requested?.definition },
    ...{ status, attempt: more.attempt, confirmedDollars: more.confirmedDollars },
    ...{ resumedOver: more.resumedOver, corrects: more.corrects },
  };
}

/** The audit entry of an act on an import. */
export function importEntry(
  origin: RequestOrigin,
  action: 'start' | 'cancel' | 'confirm' | 'resume',
  { before, after }: { readonly before?: Import; readonly after: Import },
): AuditEntry {
  return auditEntry(origin, {
    ...{ kind: 'import', action, object: after.importId, account: after.accountPrefix },
    ...{ before: before && decided(before), after: decided(after), personal: ['fileName'] },
  });
}
