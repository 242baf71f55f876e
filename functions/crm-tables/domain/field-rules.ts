import { CUSTOMER_ID_CODE } from '../../shared/domain/crm-table-names.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import type { Field } from './field.ts';
import { isKnownCode } from './field-codes.ts';
import { SEARCHABLE_TYPES } from './searchable-types.ts';
import { MAX_CUSTOMER_ID_BYTES } from './standard-fields.ts';
import { LIST_SEPARATOR } from './value-formats.ts';

function violation(pointer: string, code: string, detail: string): Violation {
  return { pointer, code, detail };
}

function customerIdViolations(field: Field, at: string): Violation[] {
  if (field.code !== CUSTOMER_ID_CODE) return [];
  const found: Violation[] = [];
  if (field.type !== 'text')
    found.push(violation(`${at}/type`, 'field.customer-id', 'The Customer ID must be of the type text.'));
  if (!field.required)
    found.push(violation(`${at}/required`, 'field.customer-id', 'The Customer ID must be required.'));
  if (field.maxLength > MAX_CUSTOMER_ID_BYTES) {
    const detail = `The maxLength of the Customer ID must be at most ${MAX_CUSTOMER_ID_BYTES}, the bytes that a Customer ID may have.`;
    found.push(violation(`${at}/maxLength`, 'field.customer-id', detail));
  }
  return found;
}

function listValueProblem(field: Field, value: string): string | undefined {
  if (value !== value.trim() || /[\p{Cc}\p{Cs}]/u.test(value))
    return 'A choice must not have spaces at its ends or control characters.';
  if ([...value].length > field.maxLength) return 'A choice must not be longer than the field.';
  if (field.type === 'multi-list' && value.includes(LIST_SEPARATOR))
    return 'A choice must not contain a semicolon, which separates choices.';
  return undefined;
}

function listViolations(field: Field, at: string): Violation[] {
  const { listValues } = field;
  if (field.type !== 'list' && field.type !== 'multi-list') {
    if (listValues.length === 0) return [];
    return [
      violation(
        `${at}/listValues`,
        'field.list-values-not-allowed',
        'Only the types list and multi-list have choices.',
      ),
    ];
  }
  if (listValues.length === 0) {
    return [violation(`${at}/listValues`, 'field.list-values-missing', 'A list needs at least one choice.')];
  }
  return listValues.flatMap((value, index) => {
    const place = `${at}/listValues/${index}`;
    if (listValues.indexOf(value) < index)
      return violation(place, 'field.list-value-twice', 'This choice occurs earlier in the list.');
    const detail = listValueProblem(field, value);
    return detail === undefined ? [] : violation(place, 'field.list-value-invalid', detail);
  });
}

function flagViolations(field: Field, at: string): Violation[] {
  const found: Violation[] = [];
  if (field.flags.search && !SEARCHABLE_TYPES.includes(field.type)) {
    const detail = `Only fields of these types can be searchable: ${SEARCHABLE_TYPES.join(', ')}.`;
    found.push(violation(`${at}/flags/search`, 'field.not-searchable', detail));
  }
  if (field.strict && field.type !== 'telephone' && field.type !== 'email') {
    found.push(
      violation(`${at}/strict`, 'field.strict-not-allowed', 'Only a telephone or e-mail field can be strict.'),
    );
  }
  return found;
}

/** The violations of a single field. @param at the pointer to it */
export function fieldViolations(field: Field, at: string): Violation[] {
  const code = isKnownCode(field.code)
    ? []
    : [violation(`${at}/code`, 'field.code-unknown', 'A field code must be P008 to P084.')];
  return [...code, ...customerIdViolations(field, at), ...listViolations(field, at), ...flagViolations(field, at)];
}
