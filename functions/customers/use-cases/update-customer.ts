import { editedSingles } from '../../search/index.ts';
import { ConflictError } from '../../shared/domain/errors.ts';
import { isExpected, newestExpected, type Revised } from '../../shared/domain/revised.ts';
import { conflictSides } from '../domain/conflict.ts';
import type { CustomerUpdate } from '../domain/customer-input.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView, ShownCustomer } from '../domain/customer-view.ts';
import { type Edit, invalid, prepareEdit } from '../domain/edit-rules.ts';
import { boundEvent, changeOf, type HistoryEvent, isChange } from '../domain/history-event.ts';
import { itemTooLarge, LARGEST_ITEM_BYTES } from '../domain/item-limit.ts';
import type { Problem } from '../domain/prepared-customer.ts';
import type { CustomerAddress, DeskPorts, EditOrigin } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';

export interface UpdatedCustomer extends ShownCustomer {
  readonly warnings: readonly Problem[];
}

type UpdatePorts = Pick<DeskPorts, 'tables' | 'records' | 'singles' | 'history' | 'clock' | 'ids'>;

/** More changes between two readings of one person leave the base of a conflict unknown. */
const EVENTS_FOR_BASE = 25;

/** The rejection of an update of an older version: the caller's fields as they were, are and would be. */
async function conflict(
  { history }: Pick<UpdatePorts, 'history'>,
  view: CustomerView,
  current: CustomerRecord,
  { values }: CustomerUpdate,
  revision: number,
): Promise<ConflictError> {
  const newest = { limit: EVENTS_FOR_BASE, after: undefined };
  const { items } = await history.list(view.table, current.customerId, newest, true);
  const sides = view.showSides(conflictSides(values, revision, current, items.filter(isChange)));
  const conflicts = sides.map(({ code, base, theirs, yours }) => ({
    ...{ code, theirs, yours },
    ...(base !== undefined && { base }),
  }));
  const message = 'The customer has changed since you read it. Choose a value for each field, and repeat the update.';
  return new ConflictError('customer.changed', message, `"${current.version}"`, conflicts);
}

function requireRoom({ bytes }: CustomerRecord, { customer }: Edit): void {
  const added = customer.cells.reduce((sum, cell) => sum + Buffer.byteLength(cell), 0);
  if (bytes + added <= LARGEST_ITEM_BYTES) return;
  const { code, reason } = itemTooLarge();
  throw invalid([{ pointer: '/values', code, detail: reason }]);
}

function changesOf({ values }: CustomerRecord, { fields, customer }: Edit) {
  return fields.columns
    .map(({ code }, index) => changeOf(code, values[code], customer.cells[index]))
    .filter((change) => change.old !== change.new);
}

/** The customer after the update. */
function edited(before: CustomerRecord, { fields, customer }: Edit): CustomerRecord {
  const values: Record<string, string> = { ...before.values };
  for (const [index, { code }] of fields.columns.entries()) values[code] = customer.cells[index] ?? '';
  return { ...before, version: before.version + 1, values };
}

/**
 * Updates the given fields of a customer. An update that changes nothing writes nothing.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `customer.invalid`
 * @throws ConflictError `customer.changed`
 */
export async function updateCustomer(
  ports: UpdatePorts,
  { prefix, customerId }: CustomerAddress,
  update: CustomerUpdate,
  { caller, revision: expected }: EditOrigin,
): Promise<Revised<UpdatedCustomer>> {
  const view = await openView(ports, caller, 'customers.update', prefix);
  const edit = prepareEdit(view, 'update', customerId, update.values);
  const before = await findCustomer(ports, view, customerId, true);
  if (!isExpected(before.version, expected))
    throw await conflict(ports, view, before, update, newestExpected(expected));
  const revision = before.version;
  const { warnings } = edit.customer;
  const changes = changesOf(before, edit);
  if (changes.length === 0) return { value: { ...view.show(before), warnings }, revision };
  requireRoom(before, edit);
  const after = edited(before, edit);
  const at = ports.clock.now().toISOString();
  const event: HistoryEvent = {
    ...{ id: ports.ids.newId(), kind: 'updated', at, by: caller.userId, version: after.version, changes },
  };
  await ports.singles.write(editedSingles(view.table, customerId, before.values, after.values));
  const reply = await ports.records.update(edit.fields, edit.customer, before, boundEvent(event));
  if (reply === 'written') return { value: { ...view.show(after), warnings }, revision: after.version };
  throw await conflict(ports, view, await findCustomer(ports, view, customerId, true), update, revision);
}
