import type { components } from '../../shared/api/schema.ts';
import { csvOf } from '../../shared/csv.ts';
import type { Import } from '../model.ts';
import { type Corrections, cellOf, customerIdColumn, importedCells } from './corrections-model.ts';

type NewImport = components['schemas']['NewImport'];

/** The records that are imported, as a file with every column of the first file. */
export function correctedFile(corrections: Corrections, { fileName }: Pick<Import, 'fileName'>): File {
  const records = corrections.rows.filter(({ isLeftOut }) => !isLeftOut).map((row) => importedCells(corrections, row));
  const { header, delimiter } = corrections;
  const text = csvOf(header ? [header, ...records] : records, delimiter);
  return new File([text], fileName.replace(/\.gz$/i, ''), { type: 'text/csv' });
}

/** The import of the corrected file. The API adds the mapping and the options of the first import. */
export const correctionOf = (
  { importId, prefix }: Pick<Import, 'importId' | 'prefix'>,
  { delimiter }: Corrections,
  { name, size }: File,
): NewImport => ({
  prefix,
  fileName: name,
  bytes: size,
  corrects: importId,
  options: { encoding: 'utf-8', compression: 'none', delimiter, skipLines: 0 },
});

/** The number of imported records whose Customer ID an earlier record of the first file has. */
export function countOverwriting(corrections: Corrections): number {
  const column = customerIdColumn(corrections);
  const overwrites = corrections.rows.filter(
    (row) =>
      !row.isLeftOut &&
      row.record.report?.reasons.some(({ code }) => code === 'customer-id.duplicate') &&
      cellOf(row, column) === row.record.cells[column],
  );
  return overwrites.length;
}
