import { parse } from 'csv-parse/sync';
import type { ColumnMapping } from '../../functions/definitions/index.ts';
import { lineEndsOf } from './csv-model.ts';
import type { ModelInput } from './import-model.ts';

// How the contract of the import reads a file: its records, and the fields of its columns.

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

/** The records of csv-parse with their bytes; undefined if a quote never closes. */
export function parseRecords(text: string, delimiter: string): ParsedRecord[] | undefined {
  try {
    const parsed = parse(Buffer.from(text, 'latin1'), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: lineEndsOf(text),
      skip_empty_lines: true,
      encoding: 'latin1',
      info: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    let from = 0;
    return parsed.map(({ record, info }) => {
      const emptyLines = /^(\r*\n)*/.exec(text.slice(from, info.bytes))?.[0].length ?? 0;
      const start = from + emptyLines;
      const raw = text.slice(start, info.bytes).replace(/\r*\n$/, '');
      from = info.bytes;
      return { raw, cells: record, line: text.slice(0, start).split('\n').length, end: info.bytes };
    });
  } catch {
    return undefined;
  }
}

export interface Layout {
  /** The file with an LF at the end of each line. */
  readonly text: string;
  readonly delimiter: string;
  readonly codes: readonly (string | undefined)[];
  /** The mapping of each column. */
  readonly entries: readonly (ColumnMapping | undefined)[];
  /** The bytes before the first record: BOM, skipped lines and header row. */
  readonly head: string;
  /** The cells of the header row. */
  readonly header: readonly string[] | undefined;
}

/** The layout of a file with one delimiter: the bytes before its records, and the first record. */
interface Read {
  readonly delimiter: string;
  readonly text: string;
  readonly start: number;
  readonly records: readonly ParsedRecord[];
}

const lowerCase = (column: ColumnMapping['column']) => (typeof column === 'string' ? column.toLowerCase() : column);

function read(file: string, delimiter: string): Read[] {
  const text = withLineFeeds(file, delimiter);
  const bom = text.startsWith(BOM) ? BOM.length : 0;
  const separator = /^sep=[^\r\n"](?:\r*\n|$)/.exec(text.slice(bom))?.[0] ?? '';
  const start = bom + separator.length;
  const records = parseRecords(text.slice(start), delimiter)?.slice(0, 20);
  return records?.[0] ? [{ delimiter, text, start, records }] : [];
}

export function layOut({ file, table, options, mapping }: ModelInput): Layout | undefined {
  const byName = new Map(mapping.map((entry) => [lowerCase(entry.column), entry]));
  const byPosition = new Map(mapping.map((entry) => [entry.column, entry]));
  const goesByName = mapping.some(({ column }) => typeof column === 'string');
  const width = Math.max(0, ...mapping.map(({ column }) => (typeof column === 'number' ? column : 0)));
  const names = new Map(
    table.fields.flatMap(({ code, label }) => [code, label].map((name) => [name.toLowerCase(), code])),
  );
  const separator = /^(?:\xef\xbb\xbf)?sep=([^\r\n"])(?:\r|\n|$)/.exec(file)?.[1];
  const known = options.delimiter ?? separator;
  const reads = (known ? [known] : DELIMITERS).flatMap((delimiter) => read(file, delimiter));
  const row = ({ delimiter, text, start }: Read, record: ParsedRecord) => {
    const header = record.cells.map(decoded);
    const spelled = header.map((cell) => cell.trim().toLowerCase());
    const entries = spelled.map((name, at) => byName.get(name) ?? byPosition.get(at + 1));
    const codes = spelled.map((name, at) => (entries[at] ? (entries[at].field ?? undefined) : names.get(name)));
    const named = spelled.filter((name) => names.has(name) || byName.has(name)).length;
    const filled = spelled.filter((name) => name !== '').length;
    const head = text.slice(0, start + record.end);
    return { text, delimiter, header, entries, codes, named, filled, head, reach: Math.min(width, spelled.length) };
  };
  type Row = ReturnType<typeof row>;
  const isNamed = ({ named, codes }: Row) => named >= 2 || (named > 0 && named === codes.length);
  const firsts = reads.flatMap((each) => each.records.slice(0, 1).map((record) => row(each, record)));
  const candidates = firsts.filter((each) => {
    if (options.header ?? goesByName) return each.named > 0 || mapping.length > 0;
    return options.header === undefined && isNamed(each);
  });
  const below = reads.flatMap((each) => {
    const rows = each.records.slice(1).map((record) => row(each, record));
    return rows.find(({ named, filled }) => named >= 2 && 2 * named > filled) ?? [];
  });
  const isSearched = options.header !== false && below.length > 0 && !candidates.some(isNamed);
  const headers = isSearched ? below : candidates;
  const header = headers.toSorted((a, b) => b.reach - a.reach || b.named - a.named)[0];
  if (header) {
    return new Set(header.entries.filter((entry) => entry)).size < mapping.length ? undefined : header;
  }
  if (options.header === true || goesByName) return undefined;
  const fields = table.fields.map(({ code }) => code).filter((code) => options.customerId === 'column' || code !== ID);
  const entries = Array.from({ length: width || fields.length }, (_, at) => byPosition.get(at + 1));
  const codes = width > 0 ? entries.map((entry) => entry?.field ?? undefined) : fields;
  const fitting = reads.find(({ records }) => records[0]?.cells.length === codes.length);
  if (!fitting) return undefined;
  const { text, delimiter, start } = fitting;
  return { text, delimiter, codes, entries, head: text.slice(0, start), header: undefined };
}

/**
 * Carriage returns end the lines of a file that has one and no LF, both outside quotes. Such a file is read after a BOM
 * and with LFs; where an LF follows, both are one line end.
 */
function withLineFeeds(file: string, delimiter: string): string {
  const text = file.startsWith(BOM) ? file.slice(BOM.length) : file;
  let isQuoted = false;
  let isStart = true;
  let converted = '';
  const ends = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    converted += character === '\r' && !isQuoted && text[at + 1] !== '\n' ? '\n' : character;
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      at += 1;
      converted += '"';
    } else if (character === '"' && (isQuoted || isStart)) {
      isQuoted = !isQuoted;
      isStart = false;
    } else if (!isQuoted) {
      isStart = [delimiter, '\r', '\n'].includes(character);
      if (isStart) ends.add(character);
    }
  }
  return ends.has('\r') && !ends.has('\n') ? BOM + converted : file;
}

export function isUsable({ codes }: Layout, { table, options }: ModelInput): boolean {
  const given = codes.filter((code) => code !== undefined);
  if (new Set(given).size < given.length) return false;
  if (options.customerId === 'column' && !given.includes(ID)) return false;
  if (options.mode === 'update-only') return options.customerId === 'column';
  return table.fields.every(({ code, required }) => !required || code === ID || given.includes(code));
}

/** The kind that more records end with; if neither, that of the header row; if there is none, LF. @param head empty without a header row */
export function mainLineEnd(head: string, records: readonly ParsedRecord[], body: string): string {
  let crlf = 0;
  let lf = 0;
  let from = 0;
  for (const { end } of records) {
    const whole = body.slice(from, end);
    // Empty lines end, too.
    for (const empty of /^(\r*\n)*/.exec(whole)?.[0].match(/\r*\n/g) ?? []) empty === '\n' ? lf++ : crlf++;
    if (whole.endsWith('\r\n')) crlf += 1;
    else if (whole.endsWith('\n')) lf += 1;
    from = end;
  }
  for (const empty of body.slice(from).match(/\r*\n/g) ?? []) empty === '\n' ? lf++ : crlf++;
  if (crlf === lf) return head.endsWith('\r\n') ? '\r\n' : '\n';
  return crlf > lf ? '\r\n' : '\n';
}
