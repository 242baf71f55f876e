import type { DemoClient } from './client.ts';

/** The thirteenth standard field, which a new CRM table lacks. */
const VIP_FIELD = {
  ...{ code: 'P020', label: 'VIP', type: 'yes-no', maxLength: 5, tab: 'details' },
  flags: { search: false, insert: true, modify: true, result: true },
};

/** The tabs and fields of a client's CRM table. @param standard the fields of a new CRM table */
export function structureOf<Field>({ tab, fields }: DemoClient, standard: readonly Field[]) {
  return {
    tabs: [{ id: 'details', label: 'Customer Details' }, tab],
    fields: [...standard, VIP_FIELD, ...fields.map(({ value: _, ...field }) => field)],
  };
}
