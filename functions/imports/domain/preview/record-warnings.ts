import {
  CUSTOMER_ID_CODE,
  cellValue,
  checkValue,
  type Field,
  requiredProblem,
  type ValueFinding,
} from '../../../crm-tables/index.ts';
import { columnTitle } from './column-warnings.ts';
import { damagedValues } from './damaged-values.ts';
import type { ColumnProposal, PreviewWarning } from './preview.ts';
import type { Columns } from './propose-columns.ts';
import type { Sample } from './read-sample.ts';
import type { LocatedValue } from './value-examples.ts';

/** The most lines that a warning names. */
const SHOWN_LINES = 10;

const onLines = (lines: readonly number[]): string =>
  lines.length === 1
    ? `line ${lines[0]}`
    : `lines ${lines.slice(0, SHOWN_LINES).join(', ')}${lines.length > SHOWN_LINES ? ' and more' : ''}`;

/** Groups the lines of records by their findings. */
class Found {
  readonly #lines = new Map<string, { readonly finding: ValueFinding; readonly lines: number[] }>();

  add(finding: ValueFinding, line: number): void {
    const known = this.#lines.get(finding.code);
    if (known) known.lines.push(line);
    else this.#lines.set(finding.code, { finding, lines: [line] });
  }

  warnings(total: number, column?: number): PreviewWarning[] {
    return [...this.#lines.values()].map(({ finding: { code, reason }, lines }) => ({
      code,
      detail: `${lines.length} of ${total} records, ${onLines(lines)}. For example: ${reason}`,
      ...(column !== undefined && { column }),
    }));
  }
}

/** The faults of the sample's records, and of the values that would be imported. */
export function recordWarnings(about: Columns, columns: readonly ColumnProposal[]): PreviewWarning[] {
  return [
    ...unreadableWarnings(about.sample),
    ...columns.flatMap((column) => {
      if (column.field === CUSTOMER_ID_CODE) return customerIdWarnings(about, column);
      const field = about.table.fields.find(({ code }) => code === column.field);
      return field ? valueWarnings(about, column, field) : [];
    }),
  ];
}

/** The records that an import cannot read, whatever the table. */
export function unreadableWarnings({ records }: Sample): PreviewWarning[] {
  const found = new Found();
  for (const { unreadable, line } of records) if (unreadable) found.add(unreadable, line);
  return found.warnings(records.length);
}

function customerIdWarnings(about: Columns, column: ColumnProposal): PreviewWarning[] {
  const { sample, options, table } = about;
  const found = new Found();
  const seen = new Map<string, LocatedValue>();
  const field = table.fields.find(({ code }) => code === CUSTOMER_ID_CODE);
  for (const { cells, line, unreadable } of sample.records) {
    const customerId = cells[column.position - 1] ?? '';
    if (unreadable) continue;
    if (customerId === '') found.add({ code: 'customer-id.blank', reason: 'The Customer ID is blank.' }, line);
    else if (seen.has(customerId))
      found.add({ code: 'customer-id.repeated', reason: REPEATED[options.duplicates] }, line);
    else seen.set(customerId, { line, value: customerId });
    const finding = field && customerId !== '' ? findingOf(field, customerId, table.defaultCountry) : undefined;
    if (finding) found.add(finding, line);
  }
  const damaged = field ? damagedIn(about, column, field, [...seen.values()]) : [];
  return [...found.warnings(sample.records.length, column.position), ...damaged];
}

const REPEATED = {
  reject: 'The Customer ID occurs earlier in the file; only its first record is imported.',
  first: 'The Customer ID occurs earlier in the file; this record is ignored.',
  last: 'The Customer ID occurs earlier in the file; the earlier record is ignored.',
} as const;

function valueWarnings(about: Columns, column: ColumnProposal, field: Field): PreviewWarning[] {
  const { sample, table, placed, options } = about;
  const { unwrapFormulas } = options;
  const change = cellValue(placed.get(column.position - 1) ?? {}, { unwrapFormulas, cleared: '' });
  const checked = { ...field, strict: field.strict || options.strictFields.includes(field.code) };
  const found = new Found();
  const values: LocatedValue[] = [];
  for (const { cells, line, unreadable } of sample.records) {
    if (unreadable) continue;
    const value = change(cells[column.position - 1] ?? '');
    if (value !== '') values.push({ line, value });
    const finding = value === '' ? blankFinding(checked) : findingOf(checked, value, table.defaultCountry);
    if (finding) found.add(finding, line);
  }
  return [...found.warnings(sample.records.length, column.position), ...damagedIn(about, column, field, values)];
}

const damagedIn = (
  { table }: Columns,
  column: ColumnProposal,
  field: Field,
  values: readonly LocatedValue[],
): PreviewWarning[] =>
  damagedValues({ position: column.position, title: columnTitle(column), values }, field, table.defaultCountry);

const blankFinding = (field: Field): ValueFinding | undefined => (field.required ? requiredProblem(field) : undefined);

function findingOf(field: Field, value: string, defaultCountry: string): ValueFinding | undefined {
  const { problem, warning } = checkValue(field, value, defaultCountry);
  return problem ?? warning;
}
