import { type Field, SEARCHABLE_TYPES } from './field.ts';
import { CUSTOMER_ID_CODE } from './standard-fields.ts';

/** Whether a field's values go into an index. The Customer ID is the key itself and needs none. */
export function isIndexed(field: Field): boolean {
  return field.flags.search && field.code !== CUSTOMER_ID_CODE && SEARCHABLE_TYPES.includes(field.type);
}
