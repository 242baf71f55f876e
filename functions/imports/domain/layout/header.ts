import type { PublishedTable } from '../../../crm-tables/index.ts';

/** Names of columns are compared without regard to case and surplus blanks. */
export const foldedName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Matches cells with a table's fields, by label or code. @returns the code of the field that each cell names */
export function matchHeader(cells: readonly string[], table: PublishedTable): Array<string | undefined> {
  const codes = new Map<string, string>();
  for (const { code, label } of table.fields) codes.set(foldedName(label), code);
  for (const { code } of table.fields) codes.set(foldedName(code), code);
  return cells.map((cell) => codes.get(foldedName(cell)));
}
