import { isExpected, staleRevision } from '../../shared/domain/revised.ts';
import type { DeletionReason } from '../domain/customer-input.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView } from '../domain/customer-view.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import type { CustomerAddress, DeskPorts, EditOrigin } from './desk-ports.ts';
import { customerNotFound, openView } from './get-customer.ts';

type DeletePorts = Pick<DeskPorts, 'tables' | 'records' | 'history' | 'clock' | 'ids'>;

async function removeCustomer(
  { records, clock, ids }: DeletePorts,
  { table }: CustomerView,
  before: CustomerRecord,
  { reason, by }: { readonly reason: DeletionReason; readonly by: string },
): Promise<void> {
  const event: HistoryEvent = {
    ...{ id: ids.newId(), kind: 'deleted', at: clock.now().toISOString(), by, reason },
    version: before.version + 1,
    changes: [],
  };
  if ((await records.remove(table, before, event)) !== 'written') throw staleRevision();
}

/**
 * One page of texts of notes and five of 100 events whose values the request itself removes, in some 300 ms; a worker
 * removes the others.
 */
const PAGES_OF_REQUEST = 6;

/**
 * Deletes a customer: a tombstone without values stays for 30 days, so that no import that has begun before brings the
 * customer back. Then removes values from the history; what is left is for `completeRemovals`, or a repetition.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `if-match.stale`
 */
export async function deleteCustomer(
  ports: DeletePorts,
  { prefix, customerId }: CustomerAddress,
  reason: DeletionReason,
  { caller, revision }: EditOrigin,
): Promise<void> {
  const view = await openView(ports, caller, 'customers.delete', prefix);
  const found = await ports.records.read(view.table, customerId, true);
  if (!found) throw customerNotFound(customerId);
  if (found.deletedAt === undefined) {
    if (!isExpected(found.version, revision)) throw staleRevision();
    await removeCustomer(ports, view, found, { reason, by: caller.userId });
  }
  const removal = await ports.history.findRemoval(view.table, customerId);
  if (!removal) {
    if (found.deletedAt !== undefined) throw customerNotFound(customerId);
    return;
  }
  let pages = 0;
  await ports.history.removeValues(removal, () => {
    pages += 1;
    return pages <= PAGES_OF_REQUEST;
  });
}
