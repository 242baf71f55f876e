/** A cell that is written without quotes is read back unchanged. */
const isPlain = (cell: string, delimiter: string): boolean => !/["\r\n]/.test(cell) && !cell.includes(delimiter);

const written = (cell: string, delimiter: string): string =>
  isPlain(cell, delimiter) ? cell : `"${cell.replaceAll('"', '""')}"`;

/** Writes records as CSV. An import reads back the same cells. */
export function csvOf(records: Iterable<readonly string[]>, delimiter: string): string {
  let text = '';
  for (const cells of records) {
    const line = cells.map((cell) => written(cell, delimiter)).join(delimiter);
    // A line without bytes would be no record.
    text += `${line === '' ? '""' : line}\n`;
  }
  return text;
}
