import { type Field, type PublishedTable, STANDARD_FIELDS } from '../../functions/crm-tables/index.ts';

/** VOUCIM as the manual's example has it: the twelve standard fields, the postcode at most 8 long. */
export function voucim(change: Partial<PublishedTable> = {}): PublishedTable {
  return {
    prefix: 'VOUCIM',
    accountPrefix: 'BRI',
    version: 1,
    name: 'Voucher customers',
    defaultCountry: 'GB',
    shardCount: 4,
    tabs: [{ id: 'details', label: 'Customer Details' }],
    fields: [...STANDARD_FIELDS],
    publishedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}

/** A custom text field. */
export function textField(code: string, change: Partial<Field> = {}): Field {
  return {
    code,
    label: `Custom ${code}`,
    type: 'text',
    maxLength: 100,
    required: false,
    listValues: [],
    strict: false,
    flags: { search: false, insert: true, modify: true, result: false },
    tab: 'details',
    ...change,
  };
}
