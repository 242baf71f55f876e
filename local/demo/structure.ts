import type { DemoClient } from './client.ts';

/** The thirteenth standard field, which a new CRM table lacks. */
const VIP_FIELD = {
  ...{ code: 'P020', label: 'VIP', type: 'yes-no', maxLength: 5, tab: 'details' },
  flags: { search: false, insert: true, modify: true, result: true },
};

/** Agents search by first and last name. A new CRM table has Search for the last name alone. */
const FIRST_NAME = 'P010';

interface StandardField {
  readonly code: string;
  readonly flags: Readonly<Record<string, unknown>>;
}

const withSearch = <Field extends StandardField>(field: Field): Field =>
  field.code === FIRST_NAME ? { ...field, flags: { ...field.flags, search: true } } : field;

/** The tabs and fields of a client's CRM table. @param standard the fields of a new CRM table */
export function structureOf<Field extends StandardField>({ tab, fields }: DemoClient, standard: readonly Field[]) {
  return {
    tabs: [{ id: 'details', label: 'Customer Details' }, tab],
    fields: [...standard.map(withSearch), VIP_FIELD, ...fields.map(({ value: _, ...field }) => field)],
  };
}
