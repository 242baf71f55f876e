import type { Caller } from '../../shared/domain/caller.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView } from '../domain/customer-view.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';

/** A customer that exists, and what a caller may see of it by a permission. */
export interface OpenedCustomer {
  readonly view: CustomerView;
  readonly record: CustomerRecord;
}

/** The ports with which a customer is opened. */
export interface CustomerPorts extends Pick<DeskPorts, 'tables'> {
  readonly records: Pick<DeskPorts['records'], 'read'>;
}

/** @param consistent for a read that a write is based on @throws DomainError `crm-table.*`, `customer.not-found` */
export async function openCustomer(
  ports: CustomerPorts,
  { prefix, customerId }: CustomerAddress,
  { caller, permission }: { readonly caller: Caller; readonly permission: Permission },
  consistent: boolean,
): Promise<OpenedCustomer> {
  const view = await openView(ports, caller, permission, prefix);
  return { view, record: await findCustomer(ports, view, customerId, consistent) };
}
