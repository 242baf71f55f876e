import { CUSTOMER_ID_CODE } from '../../shared/domain/crm-table-names.ts';
import type { Field } from './field.ts';
import { SEARCHABLE_TYPES } from './searchable-types.ts';

/** The Customer ID is never indexed, since it is the key itself. */
export function isIndexed(field: Field): boolean {
  return field.flags.search && field.code !== CUSTOMER_ID_CODE && SEARCHABLE_TYPES.includes(field.type);
}
