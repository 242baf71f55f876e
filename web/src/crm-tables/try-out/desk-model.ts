import { type Faults, type Field, type Match, type Values, valuesOf, withFlag } from '../../customers/fields-model.ts';
import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID, VIP } from '../../shared/field-codes.ts';
import { comparable, findingsOf, type ValueFinding } from '../../shared/value-rules.ts';
import { TRY_OUT } from './text.ts';

export type Draft = components['schemas']['Draft'];

/** A customer of this page. */
export interface TrialCustomer {
  readonly customerId: string;
  readonly values: Values;
}

/** The Customer ID is always found, whatever its flags. */
export function searchFields(draft: Draft): readonly Field[] {
  return draft.fields.filter(({ code, flags }) => code === CUSTOMER_ID || flags.search);
}

/** Agents usually type the end of a telephone number. */
const LEAST_DIGITS = 7;

const words = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Whether a customer's value is what was typed: the same, the beginnings of its words, or the end of its number. */
function matches(field: Field, typed: string, stored: string, country: string): boolean {
  if (field.code === CUSTOMER_ID) return typed === stored;
  const value = comparable(field, stored, country);
  if (value === undefined) return false;
  if (field.type === 'telephone') {
    const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
    return comparable(field, typed, country) === value || (digits.length >= LEAST_DIGITS && value.endsWith(digits));
  }
  const wanted = comparable(field, typed, country);
  if (field.type !== 'text') return wanted === value;
  const found = words(value);
  return words(wanted ?? '').every((word) => found.some((each) => each.startsWith(word)));
}

/** The customers who have every value that was typed. */
export function findCustomers(draft: Draft, typed: Values, customers: readonly TrialCustomer[]): TrialCustomer[] {
  const wanted = searchFields(draft).filter(({ code }) => (typed[code] ?? '') !== '');
  if (wanted.length === 0) return [];
  return customers.filter(({ values }) =>
    wanted.every((field) => matches(field, typed[field.code] ?? '', values[field.code] ?? '', draft.defaultCountry)),
  );
}

/** How a value matches, as the desk names it. */
function howOf(field: Field, typed: string, stored: string, country: string): Match['matched'][number]['how'] {
  if (field.code === CUSTOMER_ID || comparable(field, typed, country) === comparable(field, stored, country))
    return 'whole';
  if (field.type === 'telephone') return 'ending';
  const stems = words(comparable(field, stored, country) ?? '');
  return words(comparable(field, typed, country) ?? '').every((word) => stems.includes(word)) ? 'word' : 'beginning';
}

/** A customer as the list of matches shows it. */
export function matchOf(draft: Draft, typed: Values, { customerId, values }: TrialCustomer): Match {
  const { [VIP]: vip = '' } = values;
  const searched = searchFields(draft).filter(({ code }) => (typed[code] ?? '') !== '');
  const matched = searched.map((field) => ({
    ...{ field: field.code, label: field.label },
    how: howOf(field, typed[field.code] ?? '', values[field.code] ?? '', draft.defaultCountry),
  }));
  return { customerId, values, isVip: /^(?:yes|true|y|1)$/i.test(vip), matched };
}

/** The searched fields whose typed value no customer can have. A part of a telephone number is no fault. */
export function unreadableFields({ defaultCountry, ...draft }: Draft, typed: Values): readonly Field[] {
  return searchFields({ defaultCountry, ...draft }).filter(({ code, type, ...rest }) => {
    const value = typed[code] ?? '';
    if (value === '' || code === CUSTOMER_ID || type === 'text' || type === 'telephone') return false;
    return comparable({ code, type, ...rest }, value, defaultCountry) === undefined;
  });
}

/** What saving a customer finds, by the code of the field. */
export interface Check {
  readonly problems: Readonly<Record<string, ValueFinding>>;
  readonly warnings: readonly ValueFinding[];
}

export const reasonsOf = (problems: Check['problems']): Faults =>
  Object.fromEntries(Object.entries(problems).map(([code, { reason }]) => [code, reason]));

/** Checks all values of a customer as the import does. @param others the customers with other Customer IDs */
export function checkCustomer(draft: Draft, values: Values, others: readonly TrialCustomer[]): Check {
  const problems: Record<string, ValueFinding> = {};
  const warnings: ValueFinding[] = [];
  for (const field of draft.fields) {
    const found = findingsOf(field, values[field.code] ?? '', draft.defaultCountry);
    if (found.problem) problems[field.code] = found.problem;
    if (found.warning) warnings.push(found.warning);
  }
  if (others.some(({ customerId }) => customerId === values[CUSTOMER_ID])) {
    problems[CUSTOMER_ID] = { code: 'customer.exists', reason: TRY_OUT.exists };
  }
  return { problems, warnings };
}

/** The Customer ID of a new customer if agents cannot type one: the prefix and the next number. */
export function nextCustomerId(prefix: string, customers: readonly TrialCustomer[]): string {
  const taken = new Set(customers.map(({ customerId }) => customerId));
  let number = customers.length + 1;
  while (taken.has(`${prefix}_${number}`)) number += 1;
  return `${prefix}_${number}`;
}

/** The values of a new customer before an agent types: those that the search was for, as far as the form has them. */
export const prefilled = (draft: Draft, typed: Values): Values => valuesOf(typed, withFlag(draft, 'insert'));

/** As `prefilled`, with the next Customer ID if agents cannot type one. */
export function newCustomer(draft: Draft, prefix: string, typed: Values, customers: readonly TrialCustomer[]): Values {
  const isTyped = withFlag(draft, 'insert').some(({ code }) => code === CUSTOMER_ID);
  const generated: Values = isTyped ? {} : { [CUSTOMER_ID]: nextCustomerId(prefix, customers) };
  return { ...generated, ...prefilled(draft, typed) };
}
