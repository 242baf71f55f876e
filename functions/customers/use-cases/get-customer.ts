import { requirePublished } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import { CustomerView, type ShownCustomer } from '../domain/customer-view.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';

/** What a caller may see of a CRM table by a permission. @throws DomainError `crm-table.not-found`, `crm-table.not-published` */
export async function openView(
  ports: Pick<DeskPorts, 'tables'>,
  caller: Caller,
  permission: Permission,
  prefix: string,
): Promise<CustomerView> {
  return new CustomerView(caller, permission, await requirePublished(ports, prefix));
}

export function customerNotFound(customerId: string): DomainError {
  return new DomainError('not-found', 'customer.not-found', `There is no customer ${customerId}.`);
}

/** A customer that is not deleted. @throws DomainError `customer.not-found` */
export async function findCustomer(
  { records }: { readonly records: Pick<DeskPorts['records'], 'read'> },
  { table }: CustomerView,
  customerId: string,
  consistent: boolean,
): Promise<CustomerRecord> {
  const found = await records.read(table, customerId, consistent);
  if (!found || found.deletedAt !== undefined) throw customerNotFound(customerId);
  return found;
}

/** @throws DomainError `crm-table.*`, `customer.not-found` */
export async function getCustomer(
  ports: Pick<DeskPorts, 'tables' | 'records'>,
  { prefix, customerId }: CustomerAddress,
  caller: Caller,
): Promise<Revised<ShownCustomer>> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const found = await findCustomer(ports, view, customerId, false);
  return { value: view.show(found), revision: found.version };
}
