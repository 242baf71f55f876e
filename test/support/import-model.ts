import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { Field, PublishedTable } from '../../functions/crm-tables/index.ts';
import type { ColumnMapping, Mapping } from '../../functions/definitions/index.ts';

// What the contract of the import says must come of a file, as plainly as it can be put: whole files in memory, one
// record after the other. Files are "binary strings", one character per byte, so that no byte is lost on the way.

export type FailureFileName = 'BulkCopy' | 'Differentiate' | 'DifferentiateBulkCopy' | 'DifferentiateUpdate';

/** An item of the customers table. */
export interface ModelCustomer {
  readonly customerId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: number;
  readonly importId?: string | undefined;
  readonly deletedAt?: string | undefined;
}

export interface ModelInput {
  /** The file as it is read: as UTF-8, behind a byte-order mark if it was uploaded as anything else. */
  readonly file: string;
  readonly table: PublishedTable;
  readonly options: {
    readonly delimiter?: string | undefined;
    readonly header?: boolean | undefined;
    readonly customerId: 'column' | 'none';
    readonly duplicates: 'reject' | 'first' | 'last';
    readonly blank: 'clear' | 'keep';
    readonly mode: 'upsert' | 'insert-only' | 'update-only';
    readonly strictFields: readonly string[];
  };
  readonly mapping: Mapping;
  readonly stored: readonly ModelCustomer[];
  readonly importId: string;
  readonly startedAt: string;
  /** The number of the first generated Customer ID. */
  readonly firstGenerated: number;
}

interface ModelCounts {
  updated: number;
  inserted: number;
  ignored: number;
  failed: number;
  total: number;
}

interface ModelResult {
  readonly counts: ModelCounts;
  readonly customers: ReadonlyMap<string, ModelCustomer>;
  readonly sorted: string;
  /** Absent unless the file was compared with the table. */
  readonly insert: string | undefined;
  readonly update: string | undefined;
  readonly failed: Readonly<Partial<Record<FailureFileName, string>>>;
  /** One for each reason: line, field, column, code, failure file. */
  readonly reasons: readonly string[];
}

const BOM = '\xef\xbb\xbf';
const DELIMITERS = [',', ';', '\t', '|'];
const ID = 'P008';

interface ParsedRecord {
  readonly raw: string;
  readonly cells: readonly string[];
  readonly line: number;
  readonly end: number;
}

const decoded = (binary: string): string => Buffer.from(binary, 'latin1').toString();

/** What csv-parse takes for records, with their own bytes; undefined when a quote never closes. */
function parseRecords(text: string, delimiter: string): ParsedRecord[] | undefined {
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

interface Layout {
  readonly delimiter: string;
  readonly codes: readonly (string | undefined)[];
  /** What the mapping says of each column. */
  readonly entries: readonly (ColumnMapping | undefined)[];
  /** BOM and header row, as they stand at the beginning of the file. */
  readonly head: string;
  readonly hasHeader: boolean;
}

const lowerCase = (column: ColumnMapping['column']) => (typeof column === 'string' ? column.toLowerCase() : column);

function layOut({ file, table, options, mapping }: ModelInput): Layout | undefined {
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

function isUsable({ codes }: Layout, { table, options }: ModelInput): boolean {
  const given = codes.filter((code) => code !== undefined);
  if (new Set(given).size < given.length) return false;
  if (options.customerId === 'column' && !given.includes(ID)) return false;
  if (options.mode === 'update-only') return options.customerId === 'column';
  return table.fields.every(({ code, required }) => !required || code === ID || given.includes(code));
}

/** The kind that more records end with; if neither, that of the header row; if there is none, LF. */
function mainLineEnd(head: string, records: readonly ParsedRecord[], body: string): string {
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

function unreadable(
  record: ParsedRecord,
  layout: Layout,
  idColumn: number,
): [code: string, column?: number] | undefined {
  const bytes = Buffer.from(record.raw, 'latin1');
  if (!isUtf8(bytes)) return ['record.invalid-utf8'];
  if (bytes.includes(0)) return ['record.nul'];
  const long = record.cells.findIndex((cell) => [...decoded(cell)].length > 32_000);
  if (long !== -1) return ['record.field-too-long', long + 1];
  if (record.cells.length !== layout.codes.length) return ['record.field-count'];
  if (idColumn === -1) return undefined;
  const id = record.cells[idColumn] ?? '';
  if (id === '') return ['customer-id.blank', idColumn + 1];
  if (id.length > 1_024) return ['customer-id.too-long', idColumn + 1];
  return undefined;
}

/** The only telephone number that the cases have. */
export const TELEPHONE = '020 7946 0018';

function valueFault({ code, type, maxLength }: Field, value: string, strict: readonly string[]): string | undefined {
  if ([...value].length > maxLength) return 'value.too-long';
  if (type === 'telephone' && strict.includes(code) && value !== TELEPHONE) return 'value.unparsed-telephone';
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return 'value.not-a-number';
  return undefined;
}

type Problem = [code: string, field?: string, column?: number | string];
type Fate = 'updated' | 'inserted' | 'ignored' | 'failed';

/** @returns undefined when the file is refused as a whole */
export function modelImport(input: ModelInput): ModelResult | undefined {
  const { file, table, options } = input;
  const layout = layOut(input);
  if (!layout || !isUsable(layout, input)) return undefined;
  const body = file.slice(layout.head.length);
  const parsed = parseRecords(body, layout.delimiter);
  if (!parsed || parsed.length === 0) return undefined;

  const idColumn = options.customerId === 'none' ? -1 : layout.codes.indexOf(ID);
  const firstLine = layout.head.split('\n').length;
  const lineEnd = mainLineEnd(layout.head, parsed, body);
  const records = parsed
    .map((record, ordinal) => ({
      ...record,
      ordinal,
      line: firstLine + record.line - 1,
      id: idColumn === -1 ? '' : (record.cells[idColumn] ?? ''),
      fault: unreadable(record, layout, idColumn),
    }))
    .toSorted((a, b) => compare(b.id, a.id) || compare(b.raw, a.raw) || a.ordinal - b.ordinal);

  const winners = new Map<string, number>();
  for (const { id, ordinal, fault } of records) {
    if (fault) continue;
    const best = winners.get(id);
    const better = best === undefined || (options.duplicates === 'last' ? ordinal > best : ordinal < best);
    if (better) winners.set(id, ordinal);
  }

  const customers = new Map(input.stored.map((customer) => [customer.customerId, customer]));
  const isBulkCopy = options.customerId === 'none' || (customers.size === 0 && options.mode !== 'update-only');
  const counts: ModelCounts = { updated: 0, inserted: 0, ignored: 0, failed: 0, total: records.length };
  const failed: Partial<Record<FailureFileName, string>> = {};
  const reasons: string[] = [];
  const outputs = { insert: '', update: '' };
  const columns = layout.codes.flatMap((code, position) => {
    const field = table.fields.find((each) => each.code === code);
    return field && code !== ID ? [{ field, position, entry: layout.entries[position] }] : [];
  });

  for (const record of records) {
    const fail = (where: FailureFileName, problems: readonly Problem[]): Fate => {
      failed[where] = (failed[where] ?? layout.head) + record.raw + lineEnd;
      for (const [code, field = '', column = ''] of problems)
        reasons.push([record.line, field, column, code, where].join('|'));
      return 'failed';
    };
    const judge = (): Fate => {
      const early = isBulkCopy ? 'BulkCopy' : 'Differentiate';
      if (record.fault) return fail(early, [[record.fault[0], '', record.fault[1]]]);
      if (idColumn !== -1 && winners.get(record.id) !== record.ordinal) {
        return options.duplicates === 'reject' ? fail(early, [['customer-id.duplicate']]) : 'ignored';
      }
      const id = idColumn === -1 ? `${table.prefix}_${input.firstGenerated + record.ordinal}` : decoded(record.id);
      const cells = columns.map(({ field, position, entry }) => {
        const own = decoded(record.cells[position] ?? '');
        const value = entry?.values && Object.hasOwn(entry.values, own) ? (entry.values[own] ?? '') : own;
        return { field, column: position + 1, value: value === '' ? (entry?.default ?? '') : value };
      });
      const found = customers.get(id);
      const present = found && found.deletedAt === undefined ? found : undefined;
      const isEqual = cells.every(
        ({ field, value }) =>
          value === (present?.fields[field.code] ?? '') || (value === '' && options.blank === 'keep'),
      );
      if (!isBulkCopy && present) {
        if (isEqual || options.mode === 'insert-only') return 'ignored';
        outputs.update += record.raw + lineEnd;
      } else if (options.mode === 'update-only') return fail('Differentiate', [['customer.absent']]);
      else if (!isBulkCopy) outputs.insert += record.raw + lineEnd;

      const isUpdate = !isBulkCopy && present !== undefined;
      const where = isBulkCopy ? 'BulkCopy' : isUpdate ? 'DifferentiateUpdate' : 'DifferentiateBulkCopy';
      const problems = cells.flatMap(({ field, column, value }): Problem[] => {
        if (value === '')
          return field.required && !(isUpdate && options.blank === 'keep')
            ? [['value.required', field.code, column]]
            : [];
        const code = valueFault(field, value, options.strictFields);
        return code === undefined ? [] : [[code, field.code, column]];
      });
      const idField = table.fields.find(({ code }) => code === ID);
      const idFault = idField && valueFault(idField, id, []);
      if (idFault) problems.push(idColumn === -1 ? [idFault, ID] : [idFault, ID, idColumn + 1]);
      if (problems.length > 0) return fail(where, problems);
      if (idColumn === -1 && found) return fail(where, [['customer-id.taken']]);
      if (found?.deletedAt !== undefined && found.deletedAt >= input.startedAt)
        return fail(where, [['customer.deleted']]);

      const fields: Record<string, string> = present ? { ...present.fields } : {};
      for (const { field, value } of cells) {
        if (value !== '') fields[field.code] = value;
        else if (options.blank === 'clear') delete fields[field.code];
      }
      customers.set(id, { customerId: id, fields, version: (found?.version ?? 0) + 1, importId: input.importId });
      return present ? 'updated' : 'inserted';
    };
    counts[judge()] += 1;
  }

  return {
    counts,
    customers,
    sorted: records.map(({ raw }) => raw + lineEnd).join(''),
    insert: isBulkCopy ? undefined : outputs.insert,
    update: isBulkCopy ? undefined : outputs.update,
    failed,
    reasons,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
