import {
  CUSTOMER_ID_CODE,
  checkValue,
  type Field,
  requiredProblem,
  type ValueFinding,
} from '../../../crm-tables/index.ts';
import { cellChange } from '../records/record-cells.ts';
import { spoiltValues } from './column-warnings.ts';
import type { ColumnProposal, PreviewWarning } from './preview.ts';
import type { Columns } from './propose-columns.ts';

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
  const { records } = about.sample;
  const found = new Found();
  for (const { unreadable, line } of records) if (unreadable) found.add(unreadable, line);
  return [
    ...found.warnings(records.length),
    ...columns.flatMap((column) => {
      if (column.field === CUSTOMER_ID_CODE) return customerIdWarnings(about, column);
      const field = about.table.fields.find(({ code }) => code === column.field);
      return field ? valueWarnings(about, column, field) : [];
    }),
  ];
}

function customerIdWarnings(about: Columns, column: ColumnProposal): PreviewWarning[] {
  const { sample, options, table } = about;
  const found = new Found();
  const seen = new Set<string>();
  const field = table.fields.find(({ code }) => code === CUSTOMER_ID_CODE);
  for (const { cells, line, unreadable } of sample.records) {
    const customerId = cells[column.position - 1] ?? '';
    if (unreadable) continue;
    if (customerId === '') found.add({ code: 'customer-id.blank', reason: 'The Customer ID is blank.' }, line);
    else if (seen.has(customerId))
      found.add({ code: 'customer-id.repeated', reason: REPEATED[options.duplicates] }, line);
    seen.add(customerId);
    const finding = field && customerId !== '' ? findingOf(field, customerId, table.defaultCountry) : undefined;
    if (finding) found.add(finding, line);
  }
  const spoilt = field ? spoiltValues(about, column, field, [...seen]) : [];
  return [...found.warnings(sample.records.length, column.position), ...spoilt];
}

const REPEATED = {
  reject: 'The Customer ID occurs earlier in the file; only its first record is imported.',
  first: 'The Customer ID occurs earlier in the file; this record is ignored.',
  last: 'The Customer ID occurs earlier in the file; the earlier record is ignored.',
} as const;

function valueWarnings(about: Columns, column: ColumnProposal, field: Field): PreviewWarning[] {
  const { sample, table, placed, options } = about;
  const change = cellChange(placed.get(column.position - 1) ?? {}, { ...options, blank: 'clear' });
  const checked = { ...field, strict: field.strict || options.strictFields.includes(field.code) };
  const found = new Found();
  const values: string[] = [];
  for (const { cells, line, unreadable } of sample.records) {
    if (unreadable) continue;
    const value = change(cells[column.position - 1] ?? '');
    if (value !== '') values.push(value);
    const finding = value === '' ? blankFinding(checked) : findingOf(checked, value, table.defaultCountry);
    if (finding) found.add(finding, line);
  }
  return [...found.warnings(sample.records.length, column.position), ...spoiltValues(about, column, field, values)];
}

const blankFinding = (field: Field): ValueFinding | undefined => (field.required ? requiredProblem(field) : undefined);

function findingOf(field: Field, value: string, defaultCountry: string): ValueFinding | undefined {
  const { problem, warning } = checkValue(field, value, defaultCountry);
  return problem ?? warning;
}
