import type { Field, PublishedTable } from '../../crm-tables/index.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { spanOf, telephoneDigits } from './comparable.ts';
import { type Condition, type Conditions, takesValue } from './filter.ts';
import { operatorsOf } from './operators.ts';

/** An example of a value, by the type of its field, for the message to a person. */
const EXAMPLES: Readonly<Partial<Record<Field['type'], string>>> = {
  number: 'a number such as 12.5',
  currency: 'an amount such as 12.50',
  date: 'a date such as 2026-01-31',
  time: 'a time such as 08:30',
  'date-time': 'a date such as 2026-01-31, or a date and time such as 2026-01-31T08:30:00Z',
};

function faultOf(
  field: Field | undefined,
  { field: code, operator, value }: Condition,
  tablePrefix: string,
): (Omit<Violation, 'pointer'> & { readonly at: 'field' | 'operator' | 'value' }) | undefined {
  if (!field) {
    const detail = `CRM table ${tablePrefix} has no field ${code}. Remove the condition or choose another field.`;
    return { at: 'field', code: 'filter.field-unknown', detail };
  }
  const allowed = operatorsOf(field);
  if (!allowed.includes(operator)) {
    const detail = `Field ${code} (${field.label}) is of type ${field.type}. Choose one of: ${allowed.join(', ')}.`;
    return { at: 'operator', code: 'filter.operator-unfit', detail };
  }
  if (!takesValue(operator))
    return value === undefined
      ? undefined
      : { at: 'value', code: 'filter.value-needless', detail: `Leave the value out: ${operator} compares with none.` };
  if (value === undefined)
    return { at: 'value', code: 'filter.value-missing', detail: 'Give a value to compare with.' };
  const example = EXAMPLES[field.type];
  if (example !== undefined && !spanOf(field, value))
    return { at: 'value', code: 'filter.value-unfit', detail: `Field ${code} (${field.label}) needs ${example}.` };
  if (field.type === 'telephone' && operator !== 'is' && operator !== 'is-not' && telephoneDigits(value) === '')
    return { at: 'value', code: 'filter.value-unfit', detail: 'Give at least one digit other than zero.' };
  return undefined;
}

/**
 * The faults of conditions for a CRM table. A field that the caller does not see is like one that does not exist.
 * @param fields those that the caller sees
 */
export function filterViolations(
  { prefix }: Pick<PublishedTable, 'prefix'>,
  fields: readonly Field[],
  all: Conditions,
): Violation[] {
  const byCode = new Map(fields.map((field) => [field.code, field]));
  return all.flatMap(({ any }, group) =>
    any.flatMap((condition, index): Violation[] => {
      const fault = faultOf(byCode.get(condition.field), condition, prefix);
      if (!fault) return [];
      const { at, ...rest } = fault;
      return [{ pointer: `/all/${group}/any/${index}/${at}`, ...rest }];
    }),
  );
}
