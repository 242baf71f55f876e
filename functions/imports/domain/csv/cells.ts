/**
 * The cells of one record, as csv-parse with `relax_quotes` reads them. `text` is the record without its line end. A
 * quoted cell with text after its closing quote counts as unquoted: it keeps its outer quotes.
 */
export function cellsOf(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let position = 0;
  for (;;) {
    const end =
      text[position] === '"'
        ? quotedCell(text, position, delimiter, cells)
        : plainCell(text, position, delimiter, cells);
    if (end === text.length) return cells;
    position = end + 1;
  }
}

/** Adds the cell that begins at `start`; returns its end: a delimiter or the end of the record. */
function plainCell(text: string, start: number, delimiter: string, cells: string[]): number {
  const end = cellEnd(text, start, delimiter);
  cells.push(text.slice(start, end));
  return end;
}

function quotedCell(text: string, start: number, delimiter: string, cells: string[]): number {
  const closing = closingQuote(text, start + 1);
  const content = text.slice(start + 1, closing).replaceAll('""', '"');
  const next = closing + 1;
  if (next >= text.length || text[next] === delimiter) {
    cells.push(content);
    return Math.min(next, text.length);
  }
  const end = cellEnd(text, next, delimiter);
  cells.push(`"${content}"${text.slice(next, end)}`);
  return end;
}

/** The first quote from `from` on that is not one of a doubled pair, or the end of the text. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote === -1 ? text.length : quote;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from);
  return end === -1 ? text.length : end;
}
