import { cellsOf } from '../../shared/value-rules.ts';

/** The end of a cell that begins at `start`: a delimiter, a line feed or the end of the text. */
function cellEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[start] === '"') {
    at = text.indexOf('"', start + 1);
    while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
    if (at === -1) return text.length;
  }
  for (; at < text.length; at += 1) if (text[at] === delimiter || text[at] === '\n') return at;
  return text.length;
}

/** The end of the record that begins at `start`: a line feed or the end of the text. */
function recordEnd(text: string, start: number, delimiter: string): number {
  let end = cellEnd(text, start, delimiter);
  while (text[end] === delimiter) end = cellEnd(text, end + 1, delimiter);
  return end;
}

/** Divides a text into records, as an import does: a line feed within quotes belongs to its cell. */
export function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let quote = -1;
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    let end = lineFeed === -1 ? text.length : lineFeed;
    if (quote < start) quote = text.indexOf('"', start);
    if (quote === -1) quote = text.length;
    // Nearly every record ends at the next line feed, which is found much faster than the end of each cell.
    if (quote < end) end = recordEnd(text, start, delimiter);
    // Carriage returns before a line feed belong to the line end. A line without bytes is no record.
    const record = text.slice(start, end).replace(/\r+$/, '');
    if (record !== '') records.push(cellsOf(record, delimiter));
    start = end + 1;
  }
  return records;
}
