import { newSingles } from '../../search/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { generatedId, generatedNumber } from '../domain/customer-id.ts';
import type { NewCustomer } from '../domain/customer-input.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import { type Edit, prepareEdit } from '../domain/edit-rules.ts';
import { boundEvent, changeOf, type HistoryEvent } from '../domain/history-event.ts';
import type { Problem } from '../domain/prepared-customer.ts';
import type { DeskPorts } from './desk-ports.ts';
import { openView } from './get-customer.ts';

export interface CreatedCustomer {
  readonly prefix: string;
  readonly customerId: string;
  readonly version: number;
  readonly warnings: readonly Problem[];
}

type CreatePorts = Pick<DeskPorts, 'tables' | 'records' | 'singles' | 'highWaterMarks' | 'clock' | 'ids'>;

/** The ID of the request, or the next one of the table. Later generated IDs stay above a given one. */
async function chooseId({ highWaterMarks }: CreatePorts, prefix: string, given: string | undefined): Promise<string> {
  if (given === undefined) {
    const { first } = await highWaterMarks.reserveBlock(prefix, 1, 0);
    return generatedId(prefix, first);
  }
  const number = generatedNumber(prefix, given);
  if (number !== undefined && number > 0) await highWaterMarks.raiseHighWaterMark(prefix, number);
  return given;
}

function createdEvent(
  { clock, ids }: CreatePorts,
  by: string,
  edit: Edit,
  tombstone: CustomerRecord | undefined,
): HistoryEvent {
  const { columns } = edit.fields;
  const changes = columns.map(({ code }, index) => changeOf(code, undefined, edit.customer.cells[index]));
  return boundEvent({
    ...{ id: ids.newId(), kind: 'created', at: clock.now().toISOString(), by },
    version: (tombstone?.version ?? 0) + 1,
    changes: changes.filter((change) => change.new !== undefined),
  });
}

const valuesOf = ({ fields, customer }: Edit) =>
  Object.fromEntries(fields.columns.map(({ code }, index) => [code, customer.cells[index]]));

const exists = () =>
  new DomainError('conflict', 'customer.exists', 'Another customer of the CRM table has this Customer ID.', [
    { pointer: '/customerId', code: 'customer.exists', detail: 'Choose another Customer ID, or leave it out.' },
  ]);

const beingErased = () =>
  new DomainError(
    'conflict',
    'customer.being-erased',
    'The customer with this Customer ID is being erased. Wait until the erasure has ended, or choose another Customer ID.',
  );

/**
 * Creates a customer. One that was deleted can be created again: its Customer ID is free, and its version goes on.
 * @throws DomainError `crm-table.*`, `customer.invalid`, `customer.exists`, `customer.being-erased`
 */
export async function createCustomer(
  ports: CreatePorts,
  prefix: string,
  { customerId: given, values }: NewCustomer,
  caller: Caller,
): Promise<CreatedCustomer> {
  const view = await openView(ports, caller, 'customers.create', prefix);
  // Validated before an ID is generated: a rejected request must not leave a gap.
  prepareEdit(view, 'insert', given ?? generatedId(prefix, 0), values);
  const customerId = await chooseId(ports, prefix, given);
  const edit = prepareEdit(view, 'insert', customerId, values);
  const found = await ports.records.read(view.table, customerId, true);
  if (found && found.deletedAt === undefined) throw exists();
  if (found?.isBeingErased) throw beingErased();
  const event = createdEvent(ports, caller.userId, edit, found);
  await ports.singles.write(newSingles(view.table, customerId, undefined, valuesOf(edit)));
  const reply = await ports.records.create(edit.fields, edit.customer, found, event);
  if (reply !== 'written') throw exists();
  return { prefix, customerId, version: event.version, warnings: edit.customer.warnings };
}
