import type { Values } from '../../customers/fields-model.ts';
import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { cellValue } from '../../shared/value-rules.ts';
import { checkCustomer, type Draft, nextCustomerId, type TrialCustomer } from './desk-model.ts';

type Schemas = components['schemas'];
type ReadFile = Pick<Schemas['CrmTableProposal'], 'header' | 'columns' | 'rows'>;

/** How a file is read: the options and the mapping of an import definition. */
export type FileReading = Pick<Schemas['ImportDefinition'], 'options' | 'mapping'>;

export const AS_DETECTED: FileReading = { options: {}, mapping: [] };

export interface TakenRecords {
  /** Those of the file. */
  readonly customers: readonly TrialCustomer[];
  /** The records that an import would reject, counted from 1, with the first reason. */
  readonly rejected: readonly { readonly record: number; readonly reason: string }[];
  /** The names of the columns that no field has. */
  readonly unknown: readonly string[];
}

/** As imports compare the cells of a header row. */
const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The code of the field for each column without the mapping: by label or code, or by the order of the fields. */
function namedCodes({ fields }: Draft, { header, columns }: ReadFile, { options }: FileReading) {
  if (!header) {
    const codes = fields
      .map(({ code }) => code)
      .filter((code) => options.customerId !== 'none' || code !== CUSTOMER_ID);
    return columns.map((_, at) => (codes.length === columns.length ? codes[at] : undefined));
  }
  const codes = new Map(fields.map(({ label, code }) => [folded(label), code]));
  for (const { code } of fields) codes.set(folded(code), code);
  return columns.map(({ name = '' }) => codes.get(folded(name)));
}

/** What becomes of the cells of each column. */
function columnsOf(draft: Draft, file: ReadFile, reading: FileReading) {
  const codes = namedCodes(draft, file, reading);
  const { unwrapFormulas = false } = reading.options;
  return file.columns.map(({ position, name = '' }, at) => {
    const entry = reading.mapping.find(({ column }) =>
      typeof column === 'number' ? column === position : folded(column) === folded(name),
    );
    const code = entry ? (entry.field ?? undefined) : codes[at];
    const isIgnored = entry?.field === null;
    return {
      code,
      isIgnored,
      title: name || `${position}`,
      read: cellValue(entry ?? {}, { unwrapFormulas, cleared: '' }),
    };
  });
}

/** Makes customers of the first records of a file, each checked as the import checks it. */
export function takeRecords(
  draft: Draft,
  prefix: string,
  file: ReadFile,
  reading: FileReading,
  before: readonly TrialCustomer[],
): TakenRecords {
  const columns = columnsOf(draft, file, reading);
  const hasId = columns.some(({ code }) => code === CUSTOMER_ID);
  const customers: TrialCustomer[] = [];
  const rejected: { record: number; reason: string }[] = [];
  for (const [at, row] of file.rows.entries()) {
    const cells = columns.flatMap(({ code, read }, column) => {
      const value = read(row[column] ?? '');
      return code === undefined || value === '' ? [] : [[code, value] as const];
    });
    const generated: Values = hasId ? {} : { [CUSTOMER_ID]: nextCustomerId(prefix, [...before, ...customers]) };
    const values: Values = { ...generated, ...Object.fromEntries(cells) };
    const { [CUSTOMER_ID]: customerId = '' } = values;
    const [problem] = Object.values(checkCustomer(draft, values, [...before, ...customers]).problems);
    if (problem) rejected.push({ record: at + 1, reason: problem.reason });
    else customers.push({ customerId, values });
  }
  const unknown = columns.flatMap(({ code, isIgnored, title }) => (code === undefined && !isIgnored ? [title] : []));
  return { customers, rejected, unknown };
}
