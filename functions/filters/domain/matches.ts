import { CUSTOMER_ID_CODE, type Field, normaliseText, type PublishedTable } from '../../crm-tables/index.ts';
import { choicesOf, equalForm, spanOf, telephoneDigits, telephoneForms } from './comparable.ts';
import type { Condition, Conditions } from './filter.ts';

/** A customer as a filter compares it: the values by field code, without the blank ones. */
export interface FilteredCustomer {
  readonly customerId: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

type FilteredTable = Pick<PublishedTable, 'fields' | 'defaultCountry'>;
type Test = (value: string) => boolean;

function beginsWith(field: Field, wanted: string, defaultCountry: string): Test {
  if (field.type !== 'telephone') {
    const text = normaliseText(wanted);
    return (value) => normaliseText(value).startsWith(text);
  }
  const beginnings = telephoneForms(field, wanted, defaultCountry);
  return (value) =>
    telephoneForms(field, value, defaultCountry).some((form) => beginnings.some((each) => form.startsWith(each)));
}

function contains(field: Field, wanted: string, defaultCountry: string): Test {
  if (field.type === 'multi-list') {
    const choice = normaliseText(wanted);
    return (value) => choicesOf(value).includes(choice);
  }
  const digits = field.type === 'telephone' ? telephoneDigits(wanted) : '';
  if (digits !== '')
    return (value) => telephoneForms(field, value, defaultCountry).some((form) => form.includes(digits));
  const text = normaliseText(wanted);
  return (value) => normaliseText(value).includes(text);
}

function isEqual(field: Field, wanted: string, defaultCountry: string): Test {
  const span = spanOf(field, wanted);
  const form = equalForm(field, wanted, defaultCountry);
  return (value) => {
    const place = span && spanOf(field, value);
    if (!span || !place) return equalForm(field, value, defaultCountry) === form;
    return place.from === span.from || (place.from > span.from && place.from < span.to);
  };
}

/** A value that does not fit the type of its field is neither before nor after any other. */
function isOrdered(field: Field, wanted: string, isBefore: boolean): Test {
  const span = spanOf(field, wanted);
  return (value) => {
    const place = spanOf(field, value);
    if (!span || !place) return false;
    if (isBefore) return place.from < span.from;
    return span.to > span.from ? place.from >= span.to : place.from > span.from;
  };
}

/** The test of a value that is not blank. */
function testOf(field: Field, { operator, value = '' }: Condition, defaultCountry: string): Test {
  switch (operator) {
    case 'is':
      return isEqual(field, value, defaultCountry);
    case 'is-not': {
      const equal = isEqual(field, value, defaultCountry);
      return (each) => !equal(each);
    }
    case 'begins':
      return beginsWith(field, value, defaultCountry);
    case 'contains':
      return contains(field, value, defaultCountry);
    case 'before':
    case 'after':
      return isOrdered(field, value, operator === 'before');
    case 'empty':
      return () => false;
    case 'not-empty':
      return () => true;
  }
}

function conditionTest(table: FilteredTable, condition: Condition): (customer: FilteredCustomer) => boolean {
  const { field: code, operator } = condition;
  const field = table.fields.find((each) => each.code === code);
  if (!field) throw new Error(`Field ${code} is not in the CRM table: the filter was not checked against it`);
  const test = testOf(field, condition, table.defaultCountry);
  const ifBlank = operator === 'empty' || operator === 'is-not';
  return ({ customerId, values }) => {
    const value = code === CUSTOMER_ID_CODE ? customerId : values[code];
    return value === undefined || value === '' ? ifBlank : test(value);
  };
}

/**
 * Prepares a filter once for many customers. Texts are compared without case and accents, telephone numbers in any format.
 * @throws Error when a condition names a field that the table does not have: check it with `filterViolations` first
 */
export function matcherOf(table: FilteredTable, all: Conditions): (customer: FilteredCustomer) => boolean {
  const groups = all.map(({ any }) => any.map((condition) => conditionTest(table, condition)));
  return (customer) => groups.every((any) => any.some((test) => test(customer)));
}

/** Whether a customer of the table fulfils the conditions. For many customers use `matcherOf`. */
export const matches = (table: FilteredTable, all: Conditions, customer: FilteredCustomer): boolean =>
  matcherOf(table, all)(customer);
