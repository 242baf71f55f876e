import type { Design, DesignField, FieldType } from './draft-model.ts';

interface StandardField {
  readonly code: string;
  readonly label: string;
  readonly type: FieldType;
  readonly maxLength: number;
  readonly search?: boolean;
  readonly result?: boolean;
}

/** The fields that the API gives a new CRM table and VIP; the Customer ID is in every table and is not offered. */
const STANDARD: readonly StandardField[] = [
  { code: 'P009', label: 'Title', type: 'text', maxLength: 30 },
  { code: 'P010', label: 'First name', type: 'text', maxLength: 100, result: true },
  { code: 'P011', label: 'Last name', type: 'text', maxLength: 100, search: true, result: true },
  { code: 'P012', label: 'Phone', type: 'telephone', maxLength: 50, search: true },
  { code: 'P013', label: 'Mobile', type: 'telephone', maxLength: 50, search: true },
  { code: 'P014', label: 'Address line 1', type: 'text', maxLength: 200 },
  { code: 'P015', label: 'Address line 2', type: 'text', maxLength: 200 },
  { code: 'P016', label: 'Address line 3', type: 'text', maxLength: 200 },
  { code: 'P017', label: 'Address line 4', type: 'text', maxLength: 200 },
  { code: 'P018', label: 'Postcode', type: 'text', maxLength: 8, search: true, result: true },
  { code: 'P019', label: 'E-mail', type: 'email', maxLength: 254, search: true },
  { code: 'P020', label: 'VIP', type: 'yes-no', maxLength: 5, result: true },
];

/** The standard fields that a design lacks, as they are added to a tab. */
export function missingStandardFields({ fields }: Design, tab: string): readonly DesignField[] {
  return STANDARD.filter(({ code }) => fields.every((field) => field.code !== code)).map(
    ({ search = false, result = false, ...field }) => ({
      ...field,
      key: field.code,
      required: false,
      listValues: [],
      strict: false,
      flags: { search, insert: true, modify: true, result },
      tab,
    }),
  );
}
