import { csvOf } from '../shared/csv.ts';
import { type AuditChange, type AuditEntry, valueText } from './model.ts';

const HEADER = [
  ...['Time', 'Person', 'Username', 'Roles', 'Addresses', 'Account', 'CRM table', 'Kind', 'Action', 'Object', 'Name'],
  ...['Changes', 'Further changes', 'Rejected requests', 'Request id'],
];

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const changeText = (change: AuditChange): string =>
  `${change.path}: ${valueText(change.before, change)} → ${valueText(change.after, change)}`;

function cellsOf(entry: AuditEntry): string[] {
  const { at, person, username = '', roles, address = '', account, table = '', kind, action, object } = entry;
  const { name = '', changes, omitted, rejections, requestId } = entry;
  return [
    ...[at, person, username, roles.join(', '), address, account ?? '', table, kind, action, object, name],
    ...[changes.map(changeText).join('\n'), String(omitted), String(rejections ?? ''), requestId],
  ];
}

/** Entries as a CSV file. A spreadsheet reads it as UTF-8 by the mark at its beginning. */
export const auditCsv = (entries: readonly AuditEntry[]): string =>
  `\uFEFF${csvOf([HEADER, ...entries.map((entry) => cellsOf(entry).map(asText))], ',')}`;
