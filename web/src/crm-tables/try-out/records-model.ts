import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../designer/field-edits-model.ts';
import { checkCustomer, type Draft, nextCustomerId, type TrialCustomer, type Values } from './desk-model.ts';

type ReadFile = Pick<components['schemas']['CrmTableProposal'], 'header' | 'columns' | 'rows'>;

export interface TakenRecords {
  readonly customers: readonly TrialCustomer[];
  /** The records that an import would reject, counted from 1, with the first reason. */
  readonly rejected: readonly { readonly record: number; readonly reason: string }[];
  /** The names of the columns that no field has. */
  readonly unknown: readonly string[];
}

/** As imports compare the cells of a header row. */
const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The code of the field for each column: by label or code, or by the order of the fields if there is no header row. */
function codesOf({ fields }: Draft, { header, columns }: ReadFile): readonly (string | undefined)[] {
  if (!header) return columns.length === fields.length ? fields.map(({ code }) => code) : columns.map(() => undefined);
  const codes = new Map(fields.map(({ label, code }) => [folded(label), code]));
  for (const { code } of fields) codes.set(folded(code), code);
  return columns.map(({ name = '' }) => codes.get(folded(name)));
}

/** Makes customers of the first records of a file, each checked as the import checks it. */
export function takeRecords(
  draft: Draft,
  prefix: string,
  file: ReadFile,
  before: readonly TrialCustomer[],
): TakenRecords {
  const codes = codesOf(draft, file);
  const customers = [...before];
  const rejected: { record: number; reason: string }[] = [];
  for (const [at, row] of file.rows.entries()) {
    const cells = row.flatMap((value, column) => {
      const code = codes[column];
      return code === undefined || value === '' ? [] : [[code, value] as const];
    });
    const generated: Values = codes.includes(CUSTOMER_ID) ? {} : { [CUSTOMER_ID]: nextCustomerId(prefix, customers) };
    const values: Values = { ...generated, ...Object.fromEntries(cells) };
    const { [CUSTOMER_ID]: customerId = '' } = values;
    const [problem] = Object.values(checkCustomer(draft, values, customers).problems);
    if (problem) rejected.push({ record: at + 1, reason: problem.reason });
    else customers.push({ customerId, values });
  }
  const unknown = file.columns.flatMap(({ name, position }) =>
    codes[position - 1] === undefined ? [name ?? `${position}`] : [],
  );
  return { customers, rejected, unknown };
}
