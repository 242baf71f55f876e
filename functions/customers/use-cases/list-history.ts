import type { Caller } from '../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';

/**
 * What people have changed, newest first. A change of fields that the caller does not see is left out, so a page may be short.
 * @throws DomainError `crm-table.*`, `customer.not-found`
 */
export async function listHistory(
  ports: Pick<DeskPorts, 'tables' | 'records' | 'history'>,
  { prefix, customerId }: CustomerAddress,
  page: PageRequest,
  caller: Caller,
): Promise<Page<HistoryEvent>> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const [, found] = await Promise.all([
    findCustomer(ports, view, customerId, false),
    ports.history.list(view.table, customerId, page),
  ]);
  return { ...found, items: found.items.flatMap((event) => view.showEvent(event) ?? []) };
}
