import { parse } from 'csv-parse/sync';
import type { ColumnMapping } from '../../functions/definitions/index.ts';
import type { ModelInput } from './import-model.ts';

// How the contract of the import reads a file: its records, and what its columns feed.

const BOM = '\xef\xbb\xbf';
const DELIMITERS = [',', ';', '\t', '|'];
export const ID = 'P008';

export interface ParsedRecord {
  readonly raw: string;
  readonly cells: readonly string[];
  readonly line: number;
  readonly end: number;
}

export const decoded = (binary: string): string => Buffer.from(binary, 'latin1').toString();

/** What csv-parse takes for records, with their own bytes; undefined when a quote never closes. */
export function parseRecords(text: string, delimiter: string): ParsedRecord[] | undefined {
  try {
    const parsed = parse(Buffer.from(text, 'latin1'), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      encoding: 'latin1',
      info: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    let from = 0;
    return parsed.map(({ record, info }) => {
      const emptyLines = /^(\r?\n)*/.exec(text.slice(from, info.bytes))?.[0].length ?? 0;
      const start = from + emptyLines;
      const raw = text.slice(start, info.bytes).replace(/\r?\n$/, '');
      from = info.bytes;
      return { raw, cells: record, line: text.slice(0, start).split('\n').length, end: info.bytes };
    });
  } catch {
    return undefined;
  }
}

export interface Layout {
  readonly delimiter: string;
  readonly codes: readonly (string | undefined)[];
  /** What the mapping says of each column. */
  readonly entries: readonly (ColumnMapping | undefined)[];
  /** BOM and header row, as they stand at the beginning of the file. */
  readonly head: string;
  readonly hasHeader: boolean;
}

const lowerCase = (column: ColumnMapping['column']) => (typeof column === 'string' ? column.toLowerCase() : column);

export function layOut({ file, table, options, mapping }: ModelInput): Layout | undefined {
  const byName = new Map(mapping.map((entry) => [lowerCase(entry.column), entry]));
  const byPosition = new Map(mapping.map((entry) => [entry.column, entry]));
  const goesByName = mapping.some(({ column }) => typeof column === 'string');
  const width = Math.max(0, ...mapping.map(({ column }) => (typeof column === 'number' ? column : 0)));
  const bom = file.startsWith(BOM) ? BOM : '';
  const names = new Map(
    table.fields.flatMap(({ code, label }) => [code, label].map((name) => [name.toLowerCase(), code])),
  );
  const seen = (options.delimiter ? [options.delimiter] : DELIMITERS).flatMap((delimiter) => {
    const first = parseRecords(file.slice(bom.length), delimiter)?.[0];
    if (!first) return [];
    const spelled = first.cells.map((cell) => decoded(cell).trim().toLowerCase());
    const entries = spelled.map((name, at) => byName.get(name) ?? byPosition.get(at + 1));
    const codes = spelled.map((name, at) => (entries[at] ? (entries[at].field ?? undefined) : names.get(name)));
    const named = spelled.filter((name) => names.has(name) || byName.has(name)).length;
    return [{ delimiter, first, entries, codes, named, reach: Math.min(width, spelled.length) }];
  });
  const headers = seen.filter(({ named, codes }) => {
    if (options.header ?? goesByName) return named > 0 || mapping.length > 0;
    return options.header === undefined && (named >= 2 || named === codes.length);
  });
  const header = headers.toSorted((a, b) => b.reach - a.reach || b.named - a.named)[0];
  if (header) {
    if (new Set(header.entries.filter((entry) => entry)).size < mapping.length) return undefined;
    const head = file.slice(0, bom.length + header.first.end);
    return { ...header, head, hasHeader: true };
  }
  if (options.header === true || goesByName) return undefined;
  const fields = table.fields.map(({ code }) => code).filter((code) => options.customerId === 'column' || code !== ID);
  const entries = Array.from({ length: width || fields.length }, (_, at) => byPosition.get(at + 1));
  const codes = width > 0 ? entries.map((entry) => entry?.field ?? undefined) : fields;
  const fitting = seen.find(({ first }) => first.cells.length === codes.length);
  return fitting && { delimiter: fitting.delimiter, codes, entries, head: bom, hasHeader: false };
}

export function isUsable({ codes }: Layout, { table, options }: ModelInput): boolean {
  const given = codes.filter((code) => code !== undefined);
  if (new Set(given).size < given.length) return false;
  if (options.customerId === 'column' && !given.includes(ID)) return false;
  if (options.mode === 'update-only') return options.customerId === 'column';
  return table.fields.every(({ code, required }) => !required || code === ID || given.includes(code));
}

/** The kind that more records end with; if neither, that of the header row; if there is none, LF. */
export function mainLineEnd(head: string, records: readonly ParsedRecord[], body: string): string {
  let crlf = 0;
  let lf = 0;
  let from = 0;
  for (const { end } of records) {
    const whole = body.slice(from, end);
    // Empty lines end, too.
    for (const empty of /^(\r?\n)*/.exec(whole)?.[0].match(/\r?\n/g) ?? []) empty === '\n' ? lf++ : crlf++;
    if (whole.endsWith('\r\n')) crlf += 1;
    else if (whole.endsWith('\n')) lf += 1;
    from = end;
  }
  for (const empty of body.slice(from).match(/\r?\n/g) ?? []) empty === '\n' ? lf++ : crlf++;
  if (crlf === lf) return head.endsWith('\r\n') ? '\r\n' : '\n';
  return crlf > lf ? '\r\n' : '\n';
}
