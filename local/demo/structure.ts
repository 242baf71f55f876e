import type { DemoClient } from './client.ts';

/** The thirteenth standard field, which a new CRM table lacks. */
const VIP_FIELD = {
  ...{ code: 'P020', label: 'VIP', type: 'yes-no', maxLength: 5, tab: 'details' },
  flags: { search: false, insert: true, modify: true, result: true },
};

/** First name and town. Agents search by them too; a new CRM table has Search for the last name alone. */
const FURTHER_SEARCHED = new Set(['P010', 'P017']);

interface StandardField {
  readonly code: string;
  readonly flags: Readonly<Record<string, unknown>>;
}

const withSearch = <Field extends StandardField>(field: Field): Field =>
  FURTHER_SEARCHED.has(field.code) ? { ...field, flags: { ...field.flags, search: true } } : field;

/** The tabs and fields of a client's CRM table. @param standard the fields of a new CRM table */
export function structureOf<Field extends StandardField>({ tab, fields }: DemoClient, standard: readonly Field[]) {
  return {
    tabs: [{ id: 'details', label: 'Customer Details' }, tab],
    fields: [...standard.map(withSearch), VIP_FIELD, ...fields.map(({ value: _, ...field }) => field)],
  };
}
