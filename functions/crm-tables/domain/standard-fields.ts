import { CUSTOMER_ID_CODE } from '../../shared/domain/crm-table-names.ts';
import type { Field, FieldType } from './field.ts';

/** In UTF-8. A sort key has at most 1,024 bytes, and the ID shares sort keys with other parts. */
export const MAX_CUSTOMER_ID_BYTES = 256;

/** The tab of a new table's fields. */
export const DETAILS_TAB = { id: 'details', label: 'Customer Details' };

/** A standard field of a new table. An administrator may change all of it but the code and the type of P008. */
interface StandardField {
  readonly code: string;
  readonly label: string;
  readonly type: FieldType;
  readonly maxLength: number;
  readonly search: boolean;
  readonly result: boolean;
}

const STANDARD: readonly StandardField[] = [
  {
    code: CUSTOMER_ID_CODE,
    label: 'Customer ID',
    type: 'text',
    maxLength: MAX_CUSTOMER_ID_BYTES,
    search: false,
    result: true,
  },
  { code: 'P009', label: 'Title', type: 'text', maxLength: 30, search: false, result: false },
  { code: 'P010', label: 'First name', type: 'text', maxLength: 100, search: false, result: true },
  { code: 'P011', label: 'Last name', type: 'text', maxLength: 100, search: true, result: true },
  { code: 'P012', label: 'Phone', type: 'telephone', maxLength: 50, search: true, result: false },
  { code: 'P013', label: 'Mobile', type: 'telephone', maxLength: 50, search: true, result: false },
  { code: 'P014', label: 'Address line 1', type: 'text', maxLength: 200, search: false, result: false },
  { code: 'P015', label: 'Address line 2', type: 'text', maxLength: 200, search: false, result: false },
  { code: 'P016', label: 'Address line 3', type: 'text', maxLength: 200, search: false, result: false },
  { code: 'P017', label: 'Address line 4', type: 'text', maxLength: 200, search: false, result: false },
  { code: 'P018', label: 'Postcode', type: 'text', maxLength: 8, search: true, result: true },
  { code: 'P019', label: 'E-mail', type: 'email', maxLength: 254, search: true, result: false },
];

/** The twelve fields of every new table, in column order. */
export const STANDARD_FIELDS: readonly Field[] = STANDARD.map(({ search, result, ...field }) => ({
  ...field,
  required: field.code === CUSTOMER_ID_CODE,
  listValues: [],
  strict: false,
  flags: { search, insert: true, modify: field.code !== CUSTOMER_ID_CODE, result },
  tab: DETAILS_TAB.id,
}));

/** The thirteenth standard field; a table has it only if an administrator adds it. */
export const VIP_FIELD: Field = {
  code: 'P020',
  label: 'VIP',
  type: 'yes-no',
  maxLength: 5,
  required: false,
  listValues: [],
  strict: false,
  flags: { search: false, insert: true, modify: true, result: true },
  tab: DETAILS_TAB.id,
};
