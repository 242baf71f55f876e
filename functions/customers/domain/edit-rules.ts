import { CUSTOMER_ID_CODE, type Field } from '../../crm-tables/index.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import { CustomerCheck, type Intent } from './check-customer.ts';
import type { CustomerFields } from './customer-fields.ts';
import type { CustomerView } from './customer-view.ts';
import type { PreparedCustomer, Problem } from './prepared-customer.ts';

type GivenValues = Readonly<Record<string, string | null>>;

/** The flag of a field that lets a call set it. */
const FLAGS = {
  insert: { flag: 'insert', code: 'field.not-insertable', name: 'Insert' },
  update: { flag: 'modify', code: 'field.not-modifiable', name: 'Modify' },
} as const;

function faultOf(view: CustomerView, intent: Intent, code: string): Omit<Violation, 'pointer'> | undefined {
  if (code === CUSTOMER_ID_CODE) {
    return { code: 'field.customer-id', detail: 'The Customer ID is no value: it is given once, as customerId.' };
  }
  const field = view.field(code);
  if (!field) return { code: 'field.unknown', detail: `The CRM table has no field ${code}.` };
  if (view.isReadOnly(code)) return { code: 'field.read-only', detail: `Your roles do not let you change ${code}.` };
  const needed = FLAGS[intent];
  if (field.flags[needed.flag]) return undefined;
  return { code: needed.code, detail: `Field ${code} does not have the flag ${needed.name}.` };
}

/** @throws DomainError `customer.invalid` for fields that the caller may not set */
function requireSettable(view: CustomerView, intent: Intent, values: GivenValues): void {
  const violations = Object.keys(values).flatMap((code): Violation[] => {
    const fault = faultOf(view, intent, code);
    return fault ? [{ pointer: `/values/${code}`, ...fault }] : [];
  });
  if (violations.length > 0) throw invalid(violations);
}

export function invalid(violations: readonly Violation[]): DomainError {
  return new DomainError('invalid', 'customer.invalid', 'Some values cannot be stored; see errors.', violations);
}

const violationOf = ({ fieldCode, code, reason }: Problem): Violation => ({
  pointer: fieldCode === undefined || fieldCode === CUSTOMER_ID_CODE ? '/customerId' : `/values/${fieldCode}`,
  code,
  detail: reason,
});

/** A customer or a change of one, ready to be written. */
export interface Edit {
  readonly fields: CustomerFields;
  readonly customer: PreparedCustomer;
}

/**
 * Validates the values of a call: the rules of the caller's roles, the flags of the fields, and then the values as an import
 * does, with the same codes.
 * @throws DomainError `customer.invalid`
 */
export function prepareEdit(view: CustomerView, intent: Intent, customerId: string, values: GivenValues): Edit {
  requireSettable(view, intent, values);
  const { table } = view;
  // A new customer has to have every required field; a change is about its own fields alone.
  const isColumn = ({ code }: Field) => code !== CUSTOMER_ID_CODE && (intent === 'insert' || code in values);
  const fields: CustomerFields = { table, columns: table.fields.filter(isColumn), blank: 'clear' };
  const cells = fields.columns.map(({ code }) => values[code] ?? '');
  const customer = new CustomerCheck(fields).check(intent, customerId, cells);
  if (customer.rejected) throw invalid(customer.rejected.map(violationOf));
  return { fields, customer };
}
