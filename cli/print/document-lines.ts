import type { Document } from '../api/documents.ts';
import { moment, size } from './amounts.ts';
import { textTable } from './text-table.ts';

const COLUMNS = [
  { title: 'Name', least: 16 },
  { title: 'Size' },
  { title: 'Attached' },
  { title: 'Versions' },
  { title: 'Scan' },
  { title: 'Document' },
] as const;

export function documentLines(documents: readonly Document[], width: number): string[] {
  if (documents.length === 0) return ['No document is attached to this customer.'];
  const rows = documents.map(({ name, bytes, at, revision, scan, documentId }) => [
    ...[name, size(bytes), moment(at), String(revision), scan, documentId],
  ]);
  return textTable(COLUMNS, rows, width);
}
