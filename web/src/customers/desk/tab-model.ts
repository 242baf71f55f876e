import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import type { FieldGroup } from '../fields-model.ts';

/**
 * The tab that a form opens with: the wanted one if it has fields, otherwise the first with a field besides the Customer
 * ID, which the table gives.
 */
export function openingTab(groups: readonly FieldGroup[], wanted: string | undefined): string {
  const isToFill = ({ fields }: FieldGroup) => fields.some(({ code }) => code !== CUSTOMER_ID);
  const found = groups.find(({ id }) => id === wanted) ?? groups.find(isToFill) ?? groups[0];
  return found?.id ?? '';
}
