import { CUSTOMER_ID_CODE, escapeControls } from '../../../crm-tables/index.ts';
import type { CodeCounts } from '../code-counts.ts';
import type { Counts } from '../import.ts';
import { columnName } from '../layout/ignored-columns.ts';
import type { AcceptedPlan, Rejection } from '../plan.ts';

/** A line in the format of the manual's logs: `2005-04-25 11:02:25: Sorting ...`, in UTC. */
export const logLine = (at: string, text: string): string => `${at.slice(0, 19).replace('T', ' ')}: ${text}\n`;

/** The address of an object, safe to print. */
export const addressOf = (bucket: string, key: string): string => escapeControls(`s3://${bucket}/${key}`);

/**
 * The log's lines before the first stage: the file, its format and the mapping.
 * @param resumedOver the newer import over which this one was resumed
 */
export function openingLines(plan: AcceptedPlan, resumedOver: string | undefined): string {
  const { source, table, layout } = plan;
  const at = plan.startedAt;
  const fields = new Map(table.fields.map(({ code, label }) => [code, label]));
  const columns = layout.columns.map(({ position, code }) => `${position + 1} ${code} (${fields.get(code) ?? ''})`);
  if (layout.customerIdColumn !== undefined)
    columns.unshift(`${layout.customerIdColumn + 1} ${CUSTOMER_ID_CODE} (Customer ID)`);
  return [
    logLine(at, '----- Import started -----'),
    ...(plan.options.dryRun ? [logLine(at, DRY_RUN)] : []),
    ...(resumedOver === undefined ? [] : [logLine(at, resumedOverWarning(resumedOver))]),
    logLine(
      at,
      `File ${addressOf(source.bucket, source.key)}, ${source.size} bytes, into CRM table ${plan.prefix} version ${table.version}`,
    ),
    ...definitionLines(plan),
    logLine(
      at,
      `Encoding ${layout.encoding}${layout.compression === 'none' ? '' : `, packed with ${layout.compression}`}${layout.lineEnds === 'cr' ? ', lines end in carriage returns' : ''}`,
    ),
    logLine(
      at,
      `Delimiter ${delimiterName(layout.delimiter)}, ${layout.hasHeader ? 'with' : 'without'} header row, ${layout.fieldCount} columns`,
    ),
    ...layout.skipped.map(({ line, text }) => logLine(at, `Not imported: line ${line}, "${text}"`)),
    logLine(at, `Columns: ${columns.join(', ')}`),
    ...leftOutLines(plan),
    logLine(
      at,
      `Mode ${plan.options.mode}, duplicates: ${plan.options.duplicates}, blank cells: ${plan.options.blank}`,
    ),
    ...(layout.customerIdColumn === undefined ? [logLine(at, 'Customer IDs are generated')] : []),
  ].join('');
}

function leftOutLines({ startedAt, ignoredColumns = [], warnings = [] }: AcceptedPlan): string[] {
  const names = escapeControls(ignoredColumns.map(columnName).join(', '));
  return [
    ...(names === '' ? [] : [logLine(startedAt, `Columns not imported: ${names}`)]),
    ...warnings.map(({ reason }) => logLine(startedAt, `Warning: ${escapeControls(reason)}`)),
  ];
}

const DRY_RUN = 'This is a dry run: no customer is written; files and counts show the result of an import';

const resumedOverWarning = (newer: string): string =>
  `Warning: resumed over the newer import ${newer}: records of both files may be mixed`;

function definitionLines({ definition, startedAt }: AcceptedPlan): string[] {
  if (!definition) return [];
  return [
    logLine(startedAt, `Definition ${escapeControls(definition.name)}, version ${definition.version}`),
    ...definition.warnings.map((warning) => logLine(startedAt, `Warning: ${escapeControls(warning)}`)),
  ];
}

function delimiterName(delimiter: string): string {
  const names: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' };
  return names[delimiter] ?? delimiter;
}

/** The number of warnings of each code, and the file that lists them. */
export function warningsLine(at: string, codes: CodeCounts, file: string): string {
  const kinds = Object.entries(codes).map(([code, count]) => `${count} ${code}`);
  return logLine(at, `Warnings: ${kinds.join(', ')}. See ${file}`);
}

export function closingLine(at: string, failed: number, total: number): string {
  const result = failed === 0 ? 'successfully' : `with failures: ${failed} of ${total} records failed`;
  return logLine(at, `----- Import finished ${result} -----`);
}

/** The whole log of an import that was rejected before it wrote anything. */
export function rejectedLog(startedAt: string, file: string, rejection: Rejection): string {
  return [
    logLine(startedAt, '----- Import started -----'),
    logLine(startedAt, `File ${file}`),
    `${rejection.reason}\n`,
    logLine(startedAt, '----- Import rejected: no customer was written -----'),
  ].join('');
}

/** The manual's summary, `VoucherID.log`. */
export function summaryText(counts: Counts, address: string): string {
  return [
    `Customers Updated: ${counts.updated},`,
    `Customers Inserted: ${counts.inserted},`,
    `Customers Ignored: ${counts.ignored},`,
    `Customers Failed: ${counts.failed},`,
    ...(counts.unprocessed === undefined ? [] : [`Customers Unprocessed: ${counts.unprocessed},`]),
    `Total Customers: ${counts.total},`,
    `Log File: ${address}\n`,
  ].join('\n');
}
