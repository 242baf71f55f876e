import { CUSTOMER_ID_CODE, type PublishedTable } from '../../crm-tables/index.ts';
import type { ColumnMapping, OptionChoices } from '../../definitions/index.ts';
import { encode, markOf } from './encode.ts';
import type { ExportOptions } from './export-options.ts';
import { lineWriter } from './write-cells.ts';

const EDIT_HEADINGS = ['Time', 'Customer ID', 'Person', 'Field', 'Old value', 'New value'];

/** The first bytes of the file: the byte-order mark and the headings, where there are any. */
export function headOf(
  options: ExportOptions,
  fields: readonly string[],
  table: Pick<PublishedTable, 'fields'>,
): Buffer {
  const { encoding, byteOrderMark, headings, kind } = options;
  const labels = new Map(table.fields.map(({ code, label }) => [code, label]));
  const cells = kind === 'edits' ? EDIT_HEADINGS : fields.map((code) => labels.get(code) ?? code);
  const line = headings ? encode(encoding, lineWriter(options)(cells)) : Buffer.alloc(0);
  return Buffer.concat([byteOrderMark ? markOf(encoding) : Buffer.alloc(0), line]);
}

/** The import definition that reads the file of an export of customers back, into the same CRM table. */
export function readBackDefinition(
  { encoding, delimiter, headings }: Pick<ExportOptions, 'encoding' | 'delimiter' | 'headings'>,
  fields: readonly string[],
): { readonly options: OptionChoices; readonly mapping: ColumnMapping[] } {
  return {
    options: {
      ...{ encoding, compression: 'none', delimiter, header: headings, skipLines: 0 },
      customerId: fields.includes(CUSTOMER_ID_CODE) ? 'column' : 'none',
      ...{ blank: 'clear', mode: 'upsert', unwrapFormulas: false },
    },
    mapping: fields.map((field, index) => ({ column: index + 1, field })),
  };
}
