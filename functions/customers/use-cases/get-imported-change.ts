import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { FieldChange } from '../domain/history-event.ts';
import type { ImportedChange } from '../ports.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';
import { shownChanges, showsImport } from './timeline-page.ts';

/** What an import changed on a customer, as a caller may see it. */
export interface ShownImportedChange extends Pick<ImportedChange, 'fileName' | 'startedAt' | 'requestedBy'> {
  readonly importId: string;
  /** `created`: nothing was changed, and there are no old values. */
  readonly state: ImportedChange['state'] | 'created';
  readonly changes: readonly FieldChange[];
}

/**
 * The old and new values of a customer that an import changed, from the file that the import left.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `import.not-found` also for an import without a line in the history
 */
export async function getImportedChange(
  ports: Pick<DeskPorts, 'tables' | 'records' | 'importedChanges'>,
  { prefix, customerId, importId }: CustomerAddress & { readonly importId: string },
  caller: Caller,
): Promise<ShownImportedChange> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const record = await findCustomer(ports, view, customerId, false);
  const line = record.imports.find((each) => each.importId === importId);
  const change = line && (await ports.importedChanges.find(view.table.prefix, importId, customerId));
  if (!change || !showsImport(view, line, change)) {
    throw new DomainError('not-found', 'import.not-found', `The history of the customer has no import ${importId}.`);
  }
  const { fileName, startedAt, requestedBy, state } = change;
  const shown = { importId, fileName, startedAt, requestedBy };
  if (line.isCreation) return { ...shown, state: 'created', changes: [] };
  return { ...shown, state, changes: shownChanges(view, change) };
}
